/** What is wrong with the words of a surface as it stands: text that did not come from the packs, and text that is cut off. */
import type { Page } from 'playwright-core';
import type { ChromiumDriver } from '../../scripts/browsers/chromium-driver.ts';

/** Round every sentence of the pseudo language. */
export const OPEN = '⟦';
export const SHUT = '⟧';

export interface Found {
  /** Letters outside the brackets; only of use in the pseudo language. */
  outside: string[];
  /** Text that is cut, hangs over its box or over the screen. */
  clipped: string[];
}

interface Asked {
  /** The language of the words; text in another (`lang`) is a quote or a second language. */
  lang: string;
  /** Names and data that are the same in every language. */
  terms: string[];
}

/** Runs in the page, so it reaches for nothing outside of itself. */
function inspect(root: Document | ShadowRoot, { lang, terms }: Asked): Found {
  const top = root instanceof Document ? root.body : root;
  const foreign = (one: Element): boolean => {
    const marked = one.closest('[lang]');
    return marked !== null && marked.getAttribute('lang') !== lang;
  };
  const skipped = (one: Element): boolean => one.closest('script, style, option, kbd, code') !== null || foreign(one);
  // For screen readers only, by a class or at this width.
  const isUnseen = (one: Element | null): boolean =>
    one !== null && (getComputedStyle(one).clipPath === 'inset(50%)' || isUnseen(one.parentElement));
  const isHidden = (one: Element): boolean =>
    isUnseen(one) || !one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const where = (one: Element): string => `${one.tagName.toLowerCase()}.${one.getAttribute('class') ?? ''}`;

  const outside: string[] = [];
  let depth = 0;
  const read = (text: string, from: string): void => {
    let left = '';
    for (const sign of text) {
      if (sign === '⟦') depth++;
      else if (sign === '⟧') depth--;
      else if (depth <= 0) left += sign;
    }
    if (terms.includes(left.trim())) return;
    for (const term of terms) if (term.length > 1) left = left.replaceAll(term, ' ');
    if (/\p{L}/u.test(left)) outside.push(`${from}: ${left.trim()}`);
  };
  const texts: Text[] = [];
  const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement!;
    if (parent.closest('script, style, option') || node.nodeValue!.trim() === '') continue;
    texts.push(node as Text);
    if (!skipped(parent)) read(node.nodeValue!, where(parent));
  }
  if (depth !== 0) outside.push(`a sentence is cut: ${depth}`);
  const all = [...top.querySelectorAll<HTMLElement>('*')];
  for (const one of all)
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
      depth = 0;
      if (one.hasAttribute(name) && !skipped(one)) read(one.getAttribute(name)!, `${where(one)}[${name}]`);
    }

  const clipped: string[] = [];
  for (const text of texts) {
    const parent = text.parentElement!;
    if (isHidden(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = parent.closest('button, summary, .button, [role="option"], th, td')?.getBoundingClientRect();
    for (const line of range.getClientRects()) {
      const isOver = line.left < -1 || line.right > document.documentElement.clientWidth + 1;
      const isOut =
        box !== undefined &&
        (line.left < box.left - 1 ||
          line.right > box.right + 1 ||
          line.top < box.top - 1 ||
          line.bottom > box.bottom + 1);
      if (isOver || isOut) {
        clipped.push(`${isOver ? 'over the screen' : 'over its box'}: ${where(parent)}: ${text.nodeValue!.trim()}`);
        break;
      }
    }
  }
  for (const one of all) {
    if (isHidden(one) || one.matches('textarea, input, select, svg, svg *')) continue;
    const style = getComputedStyle(one);
    // Shortened on purpose: the whole of it is below.
    if (style.webkitLineClamp !== 'none') continue;
    const isWide = one.scrollWidth > one.clientWidth + 1;
    const isTall = one.scrollHeight > one.clientHeight + 1;
    if ((isWide && style.overflowX !== 'visible') || (isTall && /hidden|clip/.test(style.overflowY)))
      clipped.push(`cut: ${where(one)}: ${one.innerText.slice(0, 80)}`);
  }
  if (document.documentElement.scrollWidth > innerWidth) clipped.push('the page scrolls sideways');
  return { outside: [...new Set(outside)], clipped: [...new Set(clipped)] };
}

/** Inspects a page of the extension. */
export function inspectPage(page: Page, asked: Asked): Promise<Found> {
  return page.evaluate(`(${inspect.toString()})(document, ${JSON.stringify(asked)})`);
}

/** Inspects the hint in a page, inside its closed shadow root. */
export async function inspectHint(driver: ChromiumDriver, page: Page, asked: Asked): Promise<Found> {
  const hint = await driver.hintTree(page);
  const inner = hint?.children.find((one) => typeof one !== 'string' && one.tag === 'div');
  if (!inner || typeof inner === 'string') throw new Error('There is no hint in the page.');
  const session = await driver.context.newCDPSession(page);
  await session.send('DOM.getDocument', { depth: 1 });
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: Number(inner.handle) });
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId!,
    functionDeclaration: `function () { return (${inspect.toString()})(this.getRootNode(), ${JSON.stringify(asked)}); }`,
    returnByValue: true,
  });
  await session.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as Found;
}
