/** Lives of a page that a driven browser does not have: rendered before it is shown, kept in the browser's memory, in a private window. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildExtension } from '../../scripts/build.ts';
import { ERROR } from './kit.ts';
import { Undriven, until } from './undriven.ts';

const ADDRESS = 'https://mclient.alipay.com';
const page = (body: string): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>new</title></head><body>${body}
  <script>addEventListener('pageshow', (event) => { if (event.persisted) document.title = 'kept' })</script></body></html>`;
/** A page that has another rendered in advance, and a link to it. */
const ahead = (body: string, path: string): string =>
  page(
    `${body}<a id="on" href="${path}">x</a><script type="speculationrules">{"prerender":[{"source":"list","urls":["${path}"],"eagerness":"immediate"}]}</script>`,
  );
const FORM = '<h1>确认付款</h1><p>请选择付款方式</p>';

let browser: Undriven;
let tabs: number[] = [];
/** In front; the tabs of a test are closed with it. */
async function open(path: string): Promise<number> {
  browser.asked = [];
  tabs.push(await browser.open(ADDRESS + path));
  return tabs.at(-1)!;
}
beforeAll(async () => {
  const { chrome: extension } = await buildExtension();
  browser = await Undriven.launch(extension, {
    '/fails': page(`<main>${ERROR}</main><a id="on" href="/form">x</a>`),
    '/form': page(FORM),
    '/plain': `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><body><main>${ERROR}</main>`,
    '/paid': page('<div class="result"><h2>支付成功</h2></div>'),
    '/framed': page(`${FORM}<iframe src="/plain" width="600" height="300"></iframe>`),
    '/form-ahead-of-fails': ahead(FORM, '/fails'),
    '/form-ahead-of-framed': ahead(FORM, '/framed'),
    '/fails-ahead-of-paid': ahead(`<main>${ERROR}</main>`, '/paid'),
  });
});
afterEach(async () => {
  await browser.run((ids) => chrome.tabs.remove(ids), tabs);
  await until(() =>
    browser.run(async () => Object.keys(await chrome.storage.session.get(null)).every((key) => !/:\d+$/.test(key))),
  );
  tabs = [];
});
afterAll(() => browser?.close());

interface Seen {
  path: string;
  title: string;
  hint: boolean;
  /** Whether it was rendered before it was shown. */
  wasAhead: boolean;
  badge: boolean;
  live: number;
  paid: boolean;
}

const look = (tab: number): Promise<Seen> =>
  browser.run(async (id) => {
    const all = (await chrome.storage.session.get(null)) as Record<string, unknown>;
    const results = await chrome.scripting.executeScript({
      target: { tabId: id },
      func: () => ({
        path: location.pathname,
        title: document.title,
        hint: document.querySelector('[data-card-rescue-hint]') !== null,
        wasAhead: (performance.getEntriesByType('navigation')[0] as { activationStart?: number }).activationStart! > 0,
      }),
    });
    return {
      ...results[0]!.result!,
      badge: (await chrome.action.getBadgeText({ tabId: id })) !== '',
      live: ((all[`findings:${id}`] ?? []) as { live: boolean }[]).filter((one) => one.live).length,
      paid: `paid:${id}` in all,
    };
  }, tab);

/** Waits until the page at a path looks so. */
async function expectSeen(tab: number, wanted: Partial<Seen>): Promise<void> {
  let seen: Seen | undefined;
  await until(async () => {
    seen = await look(tab);
    return Object.entries(wanted).every(([name, value]) => seen![name as keyof Seen] === value);
  }).catch(() => undefined);
  expect(seen).toMatchObject(wanted);
}
/** What a person does in a page: follows its link, or goes through its history. */
const go = (tab: number, way: 'on' | 'back' | 'forward'): Promise<unknown> =>
  browser.run(
    (todo) =>
      chrome.scripting.executeScript({
        target: { tabId: todo.tab },
        func: (to) => {
          if (to === 'on') document.getElementById('on')!.click();
          else history[to]();
        },
        args: [todo.way],
      }),
    { tab, way },
  );
/** Waits until a page that is rendered in advance would have been read, if it were. */
async function rendered(path: string): Promise<void> {
  await until(async () => browser.asked.some((one) => one.startsWith(`${path} `) && one.includes('prerender')));
  await new Promise((done) => setTimeout(done, 900));
}

const FOUND = { hint: true, badge: true, live: 1 };
const SILENT = { hint: false, badge: false, live: 0 };

describe('a page that is rendered before it is shown', () => {
  it('is not told of until then, and is then', async () => {
    const tab = await open('/form-ahead-of-fails');
    await rendered('/fails');
    expect(await look(tab)).toMatchObject(SILENT);
    await go(tab, 'on');
    await expectSeen(tab, { path: '/fails', wasAhead: true, ...FOUND });
  });

  it('does not end what stands before it is shown, and ends it then', async () => {
    const tab = await open('/fails-ahead-of-paid');
    await expectSeen(tab, FOUND);
    await rendered('/paid');
    expect(await look(tab)).toMatchObject({ ...FOUND, paid: false });
    await go(tab, 'on');
    await expectSeen(tab, { path: '/paid', wasAhead: true, ...SILENT, paid: true });
  });

  it('is not told of by a frame in it either', async () => {
    const tab = await open('/form-ahead-of-framed');
    await rendered('/plain');
    expect(await look(tab)).toMatchObject(SILENT);
    await go(tab, 'on');
    await expectSeen(tab, { path: '/framed', ...FOUND });
  });
});

describe("a page in the browser's memory", () => {
  it('is over while another is shown, and told of again when it comes back', async () => {
    const tab = await open('/fails');
    await expectSeen(tab, { title: 'new', ...FOUND });
    for (let n = 0; n < 2; n++) {
      await go(tab, n ? 'forward' : 'on');
      await expectSeen(tab, { path: '/form', ...SILENT });
      await go(tab, 'back');
      await expectSeen(tab, { path: '/fails', title: 'kept', ...FOUND });
    }
  });
});

describe('a private window', () => {
  it('has its hint and badge, and nothing is kept of it', async () => {
    const kept = (): Promise<string> =>
      browser.run(async () =>
        JSON.stringify([await chrome.storage.local.get(null), await chrome.storage.session.get(null)]),
      );
    await browser.allowPrivate();
    const before = await kept();
    const [window, tab] = await browser.run(async (url) => {
      const made = (await chrome.windows.create({ incognito: true, url }))!;
      return [made.id!, made.tabs![0]!.id!] as const;
    }, `${ADDRESS}/fails`);
    await expectSeen(tab, { hint: true, badge: true });
    expect(await kept()).toBe(before);
    await browser.run((id) => chrome.tabs.update(id, { url: 'https://mclient.alipay.com/paid' }), tab);
    await expectSeen(tab, { path: '/paid', hint: false, badge: false });
    expect(await kept()).toBe(before);
    await browser.run((id) => chrome.windows.remove(id), window);
    expect(await kept()).toBe(before);
  });
});
