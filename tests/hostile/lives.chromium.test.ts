/**
 * Lives of a page and of the extension under it: put away and fetched back, doubled, written over, reloaded, left by its background.
 * What a driven browser does not have (prerendering, the back/forward cache, private windows) is in `undriven.chromium.test.ts`.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { hintSentence, inChromium, stateOf, waitForHint } from '../e2e/support.ts';

const page = (says: string): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"></head><body><main><div class="error-tip" role="alert"><p id="said">${says}</p></div></main></body></html>`;
const BANK = '付款失败，银行拒绝了本次交易，请联系发卡行';
const FUNDS = '付款失败，银行卡余额不足';
const CLOSED = '抱歉，订单已关闭';
const driver = inChromium({ routes: { 'mclient.alipay.com': page(BANK) } });
const address = (path: string): string => `https://mclient.alipay.com/${path}`;
type Page = Awaited<ReturnType<ReturnType<typeof driver>['open']>>;

const kept = (): Promise<Record<string, unknown>> =>
  driver().inExtension(async () => (await chrome.storage.session.get(null)) as Record<string, unknown>);
const liveIn = async (tab: number): Promise<string[]> => {
  const all = (await kept())[`findings:${tab}`] as { live: boolean; finding: { diagnosis: string } }[] | undefined;
  return (all ?? []).filter((one) => one.live).map((one) => one.finding.diagnosis);
};
async function failing(path: string): Promise<Page> {
  const tab = await driver().open(address(path));
  await waitForHint(driver(), tab);
  return tab;
}

afterEach(async () => {
  await driver().inExtension(() => chrome.storage.session.clear());
});

describe('a tab', () => {
  it('that is put away and fetched back has its findings and notes under its new number, also on the open sheet', async () => {
    const tab = await failing('discard');
    const before = await driver().tabIdOf(tab);
    const sheet = await driver().callSheetOf(tab);
    await stateOf(sheet);
    await sheet.fill('#agent', 'Agent of before');
    await expect.poll(async () => JSON.stringify(await kept())).toContain('Agent of before');
    const after = await driver().inExtension(async (id) => (await chrome.tabs.discard(id))?.id ?? -1, before);
    expect(after).toBeGreaterThan(0);
    await expect
      .poll(async () =>
        Object.keys(await kept())
          .filter((key) => key.endsWith(`:${after}`))
          .sort(),
      )
      .toEqual([`call:${after}`, `findings:${after}`]);
    if (after !== before) expect(Object.keys(await kept()).filter((key) => key.endsWith(`:${before}`))).toEqual([]);
    await expect.poll(() => sheet.url()).toContain(`tab=${after}`);
    await sheet.fill('#reference', 'Written after');
    await expect
      .poll(async () => JSON.stringify((await kept())[`call:${after}`]))
      .toMatch(/Agent of before.*Written after|Written after.*Agent of before/);
    // Fetched back, the page is read again.
    await driver().inExtension(async (id) => void (await chrome.tabs.update(id, { active: true })), after);
    await expect.poll(() => liveIn(after), { timeout: 8000 }).toEqual(['bank-declined']);
    await sheet.close();
    await driver().inExtension(async (id) => chrome.tabs.remove(id), after);
    await expect.poll(async () => Object.keys(await kept()).filter((key) => key.endsWith(`:${after}`))).toEqual([]);
  });

  it('that is doubled has two lives: what is noted or closed in one is not in the other', async () => {
    const tab = await failing('double');
    const first = await driver().tabIdOf(tab);
    const second = await driver().inExtension(async (id) => (await chrome.tabs.duplicate(id))!.id!, first);
    await expect.poll(() => liveIn(second), { timeout: 8000 }).toEqual(['bank-declined']);
    const sheet = await driver().callSheetOf(tab);
    await stateOf(sheet);
    await sheet.fill('#agent', 'Only here');
    await expect.poll(async () => Object.keys(await kept())).toContain(`call:${first}`);
    expect(Object.keys(await kept())).not.toContain(`call:${second}`);
    await Promise.all([sheet.close(), tab.close()]);
    await expect.poll(async () => Object.keys(await kept()).filter((key) => key.endsWith(`:${first}`))).toEqual([]);
    expect(await liveIn(second)).toEqual(['bank-declined']);
    await driver().inExtension(async (id) => chrome.tabs.remove(id), second);
  });

  it('has one record for its two sheets: neither loses what the other wrote', async () => {
    const tab = await failing('sheets');
    const sheets = [await driver().callSheetOf(tab), await driver().callSheetOf(tab)] as const;
    for (const sheet of sheets) await stateOf(sheet);
    await Promise.all([sheets[0].fill('#agent', 'From the first'), sheets[1].fill('#reference', 'From the second')]);
    for (const sheet of sheets) {
      const written = async () => [await sheet.inputValue('#agent'), await sheet.inputValue('#reference')];
      // By way of the store, which takes its time where many browsers run.
      await expect.poll(written, { timeout: 15_000 }).toEqual(['From the first', 'From the second']);
      await sheet.reload();
      await stateOf(sheet);
      expect(await written()).toEqual(['From the first', 'From the second']);
    }
    await Promise.all([...sheets, tab].map((one) => one.close()));
  });
});

describe('a page', () => {
  it('that is written over by another failure, and then by a healthy page, is read each time', async () => {
    const tab = await failing('write');
    const id = await driver().tabIdOf(tab);
    const write = (html: string): Promise<void> =>
      tab.evaluate((text) => {
        document.open();
        document.write(text);
        document.close();
      }, html);
    await write(page(FUNDS));
    await expect.poll(() => liveIn(id), { timeout: 8000 }).toEqual(['insufficient-funds']);
    await waitForHint(driver(), tab);
    await write('<!doctype html><h1>支付成功</h1>');
    await expect.poll(() => liveIn(id), { timeout: 8000 }).toEqual([]);
    await expect.poll(() => hintSentence(driver(), tab)).toBeNull();
    await expect.poll(() => driver().badgeOf(tab)).toBe('');
    await tab.close();
  });
});

describe('a frame', () => {
  it('that fails in one way after the other has one hint in the page above it', async () => {
    driver().serve('excashier.alipay.com', page(BANK));
    driver().serve(
      'mclient.alipay.com/framed',
      '<!doctype html><h1>收银台</h1><iframe src="https://excashier.alipay.com/f" width="600" height="300"></iframe>',
    );
    const tab = await failing('framed');
    const first = await hintSentence(driver(), tab);
    for (const says of [FUNDS, CLOSED, BANK]) {
      const before = await hintSentence(driver(), tab);
      await tab.frames()[1]!.evaluate((text) => (document.getElementById('said')!.textContent = text), says);
      await expect.poll(() => hintSentence(driver(), tab), { timeout: 8000 }).not.toBe(before);
      expect(await tab.locator('[data-card-rescue-hint]').count()).toBe(1);
    }
    await expect.poll(() => hintSentence(driver(), tab)).toBe(first);
    await tab.close();
  });
});

describe('the background', () => {
  it('killed before each step of a payment loses nothing', async () => {
    await driver().stopBackground();
    const tab = await failing('killed');
    const id = await driver().tabIdOf(tab);
    for (const [says, diagnosis] of [
      [FUNDS, 'insufficient-funds'],
      [CLOSED, 'order-closed'],
      [BANK, 'bank-declined'],
    ] as const) {
      await driver().stopBackground();
      await tab.bringToFront();
      await tab.evaluate((text) => (document.getElementById('said')!.textContent = text), says);
      await expect.poll(() => liveIn(id), { timeout: 8000 }).toEqual([diagnosis]);
      await driver().stopBackground();
      const popup = await driver().popupOf(tab);
      expect(await stateOf(popup)).toMatchObject({ state: 'diagnosis', diagnosis });
      await popup.close();
    }
    const sheet = await driver().callSheetOf(tab);
    await stateOf(sheet);
    await driver().stopBackground();
    await sheet.fill('#agent', 'Without a background');
    await expect.poll(async () => JSON.stringify(await kept())).toContain('Without a background');
    await sheet.close();
    await driver().stopBackground();
    await tab.bringToFront();
    await tab.evaluate(() => (document.querySelector('main')!.innerHTML = '<h1>支付成功</h1>'));
    await expect.poll(() => liveIn(id), { timeout: 8000 }).toEqual([]);
    await driver().stopBackground();
    await tab.close();
    await expect
      .poll(async () => Object.keys(await kept()).filter((key) => key.endsWith(`:${id}`)), { timeout: 8000 })
      .toEqual([]);
  });
});

describe('a storage that is full', () => {
  it('costs no hint, no mark and no answer, and is written to again when there is room', async () => {
    await driver().inExtension(async () => {
      // Until not even the smallest finding goes in any more.
      for (let size = 1 << 20, n = 0; size >= 32; n++)
        await chrome.storage.session.set({ [`x${n}`]: 'x'.repeat(size) }).catch(() => (size >>= 1));
    });
    const tab = await failing('full');
    const id = await driver().tabIdOf(tab);
    await expect.poll(() => driver().badgeOf(tab)).toBe('!');
    const key = `findings:${id}`;
    expect(await driver().inExtension((name) => chrome.storage.session.get(name), key)).toEqual({});
    const popup = await driver().popupOf(tab);
    expect(await stateOf(popup)).toMatchObject({ state: 'diagnosis', diagnosis: 'bank-declined' });
    await popup.close();
    await driver().inExtension(() => chrome.storage.session.clear());
    await tab.bringToFront();
    await tab.evaluate((text) => (document.getElementById('said')!.textContent = text), FUNDS);
    await expect.poll(() => liveIn(id), { timeout: 8000 }).toEqual(['insufficient-funds']);
    await tab.close();
  });
});

describe('the extension', () => {
  it('reloaded under an open page takes its old script away quietly and reads the page again', async () => {
    const tab = await failing('reload');
    const errors: string[] = [];
    tab.on('pageerror', (error) => errors.push(String(error)));
    await driver().reloadExtension();
    await tab.bringToFront();
    await expect.poll(() => driver().tabIdOf(tab).then(liveIn), { timeout: 15_000 }).toEqual(['bank-declined']);
    await waitForHint(driver(), tab);
    expect(await tab.locator('[data-card-rescue-hint]').count()).toBe(1);
    const popup = await driver().popupOf(tab);
    expect(await stateOf(popup)).toMatchObject({ state: 'diagnosis', diagnosis: 'bank-declined' });
    // The new script follows the page, and the old one says nothing beside it.
    await popup.close();
    await tab.evaluate((text) => (document.getElementById('said')!.textContent = text), FUNDS);
    await expect.poll(() => driver().tabIdOf(tab).then(liveIn), { timeout: 8000 }).toEqual(['insufficient-funds']);
    // The hint of what is gone is taken away before the next one is put up.
    await waitForHint(driver(), tab);
    expect(await tab.locator('[data-card-rescue-hint]').count()).toBe(1);
    expect(errors).toEqual([]);
    await tab.close();
  });
});
