/** What axe finds on a page of the extension, and in the hint, by WCAG 2.2 AA. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { ChromiumDriver } from '../../scripts/browsers/chromium-driver.ts';
import { HINT_MARK } from '../../scripts/browsers/hint-tree.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** One line for each rule that is broken. */
export async function faultsOf(driver: ChromiumDriver, page: Page): Promise<string[]> {
  // The extension's CSP refuses injected scripts, as it should; the debugging protocol runs beside it.
  const session = await driver.context.newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: AXE });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run(document, { runOnly: ${JSON.stringify(TAGS)}, rules: { 'target-size': { enabled: true } } }).then((r) => JSON.stringify(r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target).join(' | '))))`,
    awaitPromise: true,
  });
  await session.detach();
  return JSON.parse(String(result.value)) as string[];
}

/** One line for each rule that the hint of a page breaks: as it stands there, in a page of its own where its root is open. */
export async function hintFaults(driver: ChromiumDriver, page: Page): Promise<string[]> {
  const session = await driver.context.newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: `[${HINT_MARK}]` });
  const { outerHTML } = await session.send('DOM.getOuterHTML', { nodeId, includeShadowDOM: true });
  await session.detach();
  const own = await driver.context.newPage();
  try {
    await own.setViewportSize(page.viewportSize()!);
    await own.setContent(
      '<!doctype html><html lang="zh-CN"><title>收银台</title><body><main><h1>确认付款</h1></main></body></html>',
    );
    const buttons = await own.evaluate((html) => {
      const holder = document.createElement('div');
      document.body.append(holder);
      // Sets closed roots, too, and an open one is what is asked for.
      (holder as unknown as { setHTMLUnsafe(html: string): void }).setHTMLUnsafe(
        html.replace('shadowrootmode="closed"', 'shadowrootmode="open"'),
      );
      return holder.firstElementChild?.shadowRoot?.querySelectorAll('button').length ?? 0;
    }, outerHTML);
    return buttons ? await faultsOf(driver, own) : ['the hint was not read'];
  } finally {
    await own.close();
  }
}
