/** What pages try with the hint, and what they may notice of it. `window.seen` is what the page found out. */
import { DECLINED, DIAGNOSIS, DIALOG, ERROR, HEALTHY, type HostileCase } from './kit.ts';

const MARK = '[data-card-rescue-hint]';
const host = `document.querySelector('${MARK}')`;
const stays = { finding: DIAGNOSIS, hint: true } as const;

/** Expressions of the page, and what they must come to. */
const ASKED: Readonly<Record<string, readonly [expression: string, seen: unknown]>> = {
  'shadow-root': [`${host}.shadowRoot`, null],
  'inner-html': [`${host}.innerHTML`, ''],
  'text-content': [`${host}.textContent`, ''],
  'inner-text': [`/Dismiss|Card Rescue/.test(document.documentElement.innerText)`, false],
  'outer-html': [`${host}.outerHTML`, '<div data-card-rescue-hint=""></div>'],
  children: [`${host}.childNodes.length`, 0],
  attributes: [`${host}.getAttributeNames().join()`, 'data-card-rescue-hint'],
  tag: [`${host}.localName`, 'div'],
  'not-custom': [`${host}.constructor === HTMLDivElement`, true],
  'one-element': [`document.documentElement.children.length`, 3],
  'html-attributes': [`document.documentElement.getAttributeNames().join()`, 'lang'],
  'body-untouched': [`document.body.getAttributeNames().length`, 0],
  'head-untouched': [`document.head.children.length`, 2],
  'select-all': [
    `(getSelection().selectAllChildren(document.documentElement), /Dismiss/.test(String(getSelection())))`,
    false,
  ],
  copy: [`(document.execCommand('selectAll'), /Dismiss/.test(String(getSelection())))`, false],
  'attach-again': [
    `(() => { try { ${host}.attachShadow({ mode: 'open' }); return 'attached' } catch (error) { return error.name } })()`,
    'NotSupportedError',
  ],
  internals: [
    `(() => { try { ${host}.attachInternals(); return 'attached' } catch (error) { return error.name } })()`,
    'NotSupportedError',
  ],
  slots: [`(${host}.append(document.createElement('b')), ${host}.firstChild.assignedSlot)`, null],
  'deep-point': [
    `(() => { const b = ${host}.getBoundingClientRect(); const e = document.elementFromPoint(b.x + b.width / 2, b.y + b.height / 2); return e === ${host} })()`,
    true,
  ],
  sheets: [`document.styleSheets.length`, 0],
  'adopted-sheets': [`document.adoptedStyleSheets.length`, 0],
  frames: [`window.length`, 0],
  globals: [`Object.getOwnPropertyNames(window).filter((name) => /rescue/i.test(name)).length`, 0],
  resources: [`performance.getEntriesByType('resource').filter((one) => /extension:/.test(one.name)).length`, 0],
  'active-element': [`document.activeElement === document.body`, true],
  'host-focus': [`(${host}.focus(), document.activeElement === document.body)`, true],
  title: [`document.title`, '收银台'],
  scroll: [`scrollY`, 0],
  size: [`document.documentElement.scrollWidth <= innerWidth`, true],
  // Firefox tells the number of entries late, so it is not asked: an entry of ours would have a state or another address.
  history: [`history.state === null && document.URL === window.address && !window.moved`, true],
};

/** These touch the page or the hint, so each has a page of its own; all others are asked one after the other in one page. */
const TOUCHING = new Set(['select-all', 'copy', 'attach-again', 'internals', 'slots', 'host-focus']);
const ALONE = Object.entries(ASKED).filter(([name]) => TOUCHING.has(name));
const TOGETHER = Object.entries(ASKED).filter(([name]) => !TOUCHING.has(name));

/** Events that the page makes: none of them does anything. */
const EVENTS = [
  'click',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'dblclick',
  'contextmenu',
  'auxclick',
  'touchstart',
  'focus',
  'focusin',
];
const KEYS = ['Escape', 'Enter', ' ', 'Tab'];
const FORGED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    EVENTS.map((type) => [
      type,
      `${host}.dispatchEvent(new MouseEvent('${type}', { bubbles: true, composed: true, clientX: innerWidth - 60, clientY: innerHeight - 40, detail: 1 }))`,
    ]),
  ),
  ...Object.fromEntries(
    KEYS.map((key, n) => [
      `key-${n}`,
      `for (const type of ['keydown', 'keyup']) { ${host}.dispatchEvent(new KeyboardEvent(type, { key: '${key}', bubbles: true, composed: true })); document.dispatchEvent(new KeyboardEvent(type, { key: '${key}', bubbles: true })) }`,
    ]),
  ),
  'click-method': `${host}.click()`,
  message: `window.postMessage({ type: 'hide-hint' }, '*'); window.postMessage({ type: 'gone' }, '*')`,
  'custom-event': `document.dispatchEvent(new CustomEvent('card-rescue', { detail: { type: 'hide-hint' } }))`,
  slotchange: `${host}.dispatchEvent(new Event('slotchange'))`,
};

/** All of them in one page, one after the other; `window.seen` names those after which the hint was gone, so that none can undo another. */
const forgedInTurn = `const acts = { ${Object.entries(FORGED)
  .map(([name, act]) => `'${name}': function () { ${act} }`)
  .join(', ')} };
  const names = Object.keys(acts), lost = [];
  (function next() {
    const name = names.shift();
    if (!name) { window.seen = lost; return; }
    try { acts[name]() } catch (error) { lost.push(name + ': ' + error) }
    setTimeout(function () { if (!${host}) lost.push(name); next() }, 100);
  })()`;

/** Pages that are prepared before anything fails. */
const PREPARED: Readonly<Record<string, string>> = {
  'custom-element': `class A extends HTMLElement { constructor() { super(); window.seen = this.attachInternals() } } customElements.define('card-rescue-hint', A)`,
  'patched-attach-shadow': `Element.prototype.attachShadow = function () { throw new Error('no') }`,
  'patched-append': `for (const name of ['append', 'appendChild', 'insertBefore']) Element.prototype[name] = function () { throw new Error('no') }`,
  'patched-query': `Document.prototype.querySelectorAll = function () { throw new Error('no') }`,
  'patched-observer': `window.MutationObserver = function () { throw new Error('no') }`,
  'patched-intersection': `window.IntersectionObserver = function () { throw new Error('no') }`,
  'patched-listener': `EventTarget.prototype.addEventListener = function () { throw new Error('no') }`,
  'patched-timeout': `const own = window.setTimeout; window.setTimeout = function (act, wait) { return own(act, wait) }`,
  'patched-json': `JSON.stringify = function () { throw new Error('no') }`,
  'patched-proxy': `window.Proxy = function () { throw new Error('no') }; window.Reflect = null`,
  'patched-regexp': `RegExp.prototype.exec = function () { throw new Error('no') }; RegExp.prototype.test = function () { return false }`,
  'patched-text': `Object.defineProperty(Node.prototype, 'textContent', { get() { return '' } })`,
  'patched-style': `window.getComputedStyle = function () { throw new Error('no') }`,
  'clobbered-chrome': `document.body.insertAdjacentHTML('beforeend', '<a id="chrome"></a><a id="browser"></a><a id="cardRescueReader"></a>')`,
  'frozen-root': `Object.freeze(document.documentElement)`,
  'fake-hint': `document.body.insertAdjacentHTML('beforeend', '<div id="fake">Card Rescue</div>')`,
};
const LATE_ERROR = `setTimeout(function () { const d = document.createElement('div'); d.setAttribute('role', 'alert'); d.textContent = '${DECLINED}'; document.body.insertAdjacentElement('beforeend', d) }, 300)`;

const written = `document.open(); document.write('<!doctype html><html lang="zh-CN"><body><div class="error-tip"><p>${DECLINED}</p></div></body></html>'); document.close(); window.stepped = 1`;

export const HINT_CASES: readonly HostileCase[] = [
  {
    id: 'ask',
    html: `${HEALTHY + ERROR}<script>window.address = document.URL; for (const kind of ['popstate', 'hashchange']) addEventListener(kind, function () { window.moved = true })</script>`,
    onHint: `window.seen = { ${TOGETHER.map(([name, [expression]]) => `'${name}': ${expression}`).join(', ')} }`,
    expect: { ...stays, seen: Object.fromEntries(TOGETHER.map(([name, [, seen]]) => [name, seen])) },
  },
  ...ALONE.map(([name, [expression, seen]]) => ({
    id: `ask-${name}`,
    html: HEALTHY + ERROR,
    onHint: `window.seen = ${expression}`,
    expect: { ...stays, seen },
  })),
  { id: 'forge', html: HEALTHY + ERROR, onHint: forgedInTurn, expect: { ...stays, seen: [] } },
  ...Object.entries(PREPARED).map(([name, act]) => ({
    id: `prepared-${name}`,
    // The driver of Firefox looks into pages by their own JSON.
    ...(name === 'patched-json' ? { only: 'chromium' as const } : {}),
    html: `${HEALTHY}<script>${act}</script><script>${LATE_ERROR}</script>`,
    expect: stays,
  })),
  { id: 'document-write', html: HEALTHY + ERROR, onHint: written, expect: stays },
  {
    id: 'document-write-twice',
    html: HEALTHY + ERROR,
    onHint: `${written}; setTimeout(function () { ${written} }, 500)`,
    expect: stays,
  },
  {
    id: 'document-write-healthy',
    html: HEALTHY + ERROR,
    onHint: written.replace(DECLINED, '请选择付款方式'),
    expect: { finding: null, hint: false },
  },
  { id: 'taken-away-once', html: HEALTHY + ERROR, onHint: `${host}.remove()`, expect: stays },
  {
    id: 'taken-away-always',
    html: HEALTHY + ERROR,
    onHint: `setInterval(function () { const h = ${host}; if (h) h.remove() }, 5)`,
    expect: { finding: DIAGNOSIS, hint: false },
  },
  { id: 'moved-into-body', html: HEALTHY + ERROR, onHint: `document.body.append(${host})`, expect: stays },
  {
    id: 'root-replaced',
    html: HEALTHY + ERROR,
    onHint: `const r = document.createElement('html'); r.append(document.head, document.body); document.documentElement.replaceWith(r)`,
    expect: stays,
  },
  {
    id: 'body-replaced',
    html: HEALTHY + ERROR,
    onHint: `const b = document.createElement('body'); b.innerHTML = ${JSON.stringify(DIALOG).replace(/<\//g, '<\\/')}; document.body.replaceWith(b)`,
    expect: stays,
  },
  {
    id: 'body-emptied',
    html: HEALTHY + ERROR,
    onHint: `document.body.innerHTML = '<h1>确认付款</h1>'`,
    expect: { finding: null, hint: false },
  },
  {
    // What is left of the hint is the way to the steps.
    id: 'dialog-closed',
    html: HEALTHY + DIALOG,
    onHint: `document.getElementById('error').remove()`,
    expect: stays,
  },
  {
    id: 'layout-shift',
    only: 'chromium',
    html: `<script>window.seen = 0; new PerformanceObserver(function (list) { window.seen += list.getEntries().length }).observe({ type: 'layout-shift', buffered: true })</script>${HEALTHY}${ERROR}`,
    onHint: `setTimeout(function () {}, 300)`,
    expect: { ...stays, seen: 0 },
  },
  {
    id: 'one-mutation',
    html: `<script>window.seen = []; new MutationObserver(function (records) { for (const r of records) if (document.readyState === 'complete') window.seen.push(r.type + [...r.addedNodes].map(function (n) { return n.localName }) + r.removedNodes.length) }).observe(document, { childList: true, subtree: true, attributes: true, characterData: true })</script>${HEALTHY}`,
    later: `document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(ERROR).replace(/<\//g, '<\\/')})`,
    expect: { ...stays, seen: ['childListdiv0', 'childListdiv0'] },
  },
];
