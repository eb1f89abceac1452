/** Newer means of the web, late tampering, and pages that fight: what stands between a person and the words, or between us and the hint. */
import { DECLINED, DIAGNOSIS, ERROR, FRAME_HOST, HEALTHY, type HostileCase } from './kit.ts';

const found = { finding: DIAGNOSIS, hint: true } as const;
const silent = { finding: null, hint: false } as const;
const over = { ...silent, paid: true } as const;
const alert = (inner: string): string => `<div role="alert" id="error">${inner}</div>`;
const script = (code: string): string => `<script>${code}</script>`;
const json = (html: string): string => JSON.stringify(html).replaceAll('</', '<\\/');
const PAID = '<div class="result"><h2>支付成功</h2></div>';
const host = `document.querySelector('[data-card-rescue-hint]')`;

/** Everybody sees the failure here. */
const SEEN: Readonly<Record<string, string>> = {
  'popover-open': `<div popover="manual" id="t">${ERROR}</div>${script(`document.getElementById('t').showPopover()`)}`,
  'dialog-open': `<dialog open>${ERROR}</dialog>`,
  'dialog-modal': `<dialog id="t">${ERROR}</dialog>${script(`document.getElementById('t').showModal()`)}`,
  'content-visibility-auto': `<div style="content-visibility:auto;contain-intrinsic-size:1px 100px">${ERROR}</div>`,
  'css-zoom': `<div style="zoom:1.8">${ERROR}</div>`,
  'page-zoom': `<style>html{zoom:0.5}</style>${ERROR}`,
  'scroll-snap': `<div style="height:300px;overflow:auto;scroll-snap-type:y mandatory"><div style="height:300px;scroll-snap-align:start">${ERROR}</div><div style="height:300px;scroll-snap-align:start">x</div></div>`,
  anchored: `<button style="anchor-name:--a">确认付款</button><div style="position:absolute;position-anchor:--a;top:anchor(bottom)">${ERROR}</div>`,
  'container-query': `<style>.c{container-type:inline-size}.c .e{display:none}@container (min-width:10px){.c .e{display:block}}</style><div class="c"><div class="e">${ERROR}</div></div>`,
  'layered-style': `<style>@layer a{#error{display:none}}@layer b{#error{display:block}}</style>${ERROR}`,
  'has-selector': `<style>main:has(h1) + div{display:block}div.h{display:none}main:has(h1) + div.h{display:block}</style>${HEALTHY}<div class="h">${ERROR}</div>`,
  'starting-style': `<style>#error{opacity:1;transition:opacity .4s}@starting-style{#error{opacity:0}}</style>${ERROR}`,
  'custom-element-upgraded': `${alert('<x-late>…</x-late>')}${script(`setTimeout(function () { customElements.define('x-late', class extends HTMLElement { connectedCallback() { this.textContent = '${DECLINED}' } }) }, 500)`)}`,
  'custom-element-mutates': `${alert(`<x-turn>${DECLINED}</x-turn>`)}${script(`customElements.define('x-turn', class extends HTMLElement { connectedCallback() { const t = this.textContent; let n = 0; const i = setInterval(() => { this.textContent = ++n % 2 ? '' : t; if (n >= 40) clearInterval(i) }, 20) } })`)}`,
  'text-first-in-shadow': `<pay-step></pay-step><template id="t">\n ${ERROR}</template>${script(`const r = document.querySelector('pay-step').attachShadow({ mode: 'open' }); r.innerHTML = '<p>请稍候</p>'; setTimeout(function () { r.innerHTML = ''; r.append(document.getElementById('t').content.cloneNode(true)) }, 700)`)}`,
  'declarative-shadow': `<div role="alert"><template shadowrootmode="open"><slot></slot></template>${DECLINED}</div>`,
  'huge-class': `<div class="${'x '.repeat(200_000)}">${ERROR}</div>`,
  'huge-attribute': `<div data-x="${'支付失败'.repeat(200_000)}" style="--y:${'a'.repeat(100_000)}">${ERROR}</div>`,
  'many-attributes': `<div ${Array.from({ length: 3000 }, (_, n) => `data-a${n}="x"`).join(' ')}>${ERROR}</div>`,
  'huge-id': `<div id="${'error'.repeat(50_000)}">${ERROR}</div>`,
  'written-sideways': `<div style="writing-mode:vertical-rl;height:400px">${ERROR}</div>`,
  columns: `<div style="columns:3">${ERROR}</div>`,
  'right-to-left': `<div dir="rtl">${ERROR}</div>`,
  'design-mode': `${ERROR}${script(`document.designMode = 'on'`)}`,
  'display-flow-root': `<div style="display:contents"><div style="display:contents">${ERROR}</div></div>`,
  'two-bodies': `${ERROR}${script(`document.documentElement.append(document.createElement('body'))`)}`,
  'frameset-never': `${ERROR}${script(`try { document.body = document.createElement('p') } catch (e) {}`)}`,
  'surrogates-alone': alert(`\ud83d${DECLINED}\udc00`),
  'soft-hyphens': alert([...DECLINED].join('\u00ad')),
  'full-width-and-joiners': alert(`\u2067\u2066${DECLINED}\u2069\u2069`),
};

/** Nobody sees the failure here. */
const UNSEEN: Readonly<Record<string, string>> = {
  'popover-shut': `<div popover>${ERROR}</div>`,
  'popover-over': `${ERROR}<div popover="manual" id="t" style="position:fixed;inset:0;width:100vw;height:100vh;margin:0;border:0;background:#fff">${HEALTHY}</div>${script(`document.getElementById('t').showPopover()`)}`,
  'dialog-full': `${ERROR}<dialog id="t" style="position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none;border:0;margin:0;padding:0;background:#fff">${HEALTHY}</dialog>${script(`document.getElementById('t').showModal()`)}`,
  'content-visibility-inner': `<div style="content-visibility:hidden;height:100px">${ERROR}</div>`,
  'print-only': `<style>.p{display:none}@media print{.p{display:block}}</style><div class="p">${ERROR}</div>`,
  'closed-details-styled': `<details style="border:1px solid"><summary>查看</summary><div>${ERROR}</div></details>`,
  'select-options': `<select><option>${DECLINED}</option></select>`,
  datalist: `<input list="l"><datalist id="l"><option value="${DECLINED}">${DECLINED}</option></datalist>`,
  'scaled-away-scale': `<div style="scale:0">${ERROR}</div>`,
  'rotated-away-rotate': `<div style="rotate:x 90deg">${ERROR}</div>`,
  'moved-by-offset': `<div style="offset-path:path('M-9000,-9000 L-9001,-9001');position:absolute">${ERROR}</div>`,
  'behind-by-index': `<div style="position:relative;z-index:0"><div style="position:absolute;z-index:-1;top:0;left:0">${ERROR}</div><div style="position:relative;background:#fff;height:400px">${HEALTHY}</div></div>`,
  'success-over': `${ERROR}<div style="position:fixed;inset:0;background:#fff">${PAID}</div>`,
};

/** Done when the hint stands. */
const ACTS: Readonly<Record<string, readonly [act: string, expect: HostileCase['expect']]>> = {
  'late-prototypes': [
    `for (const name of ['matches', 'closest', 'getAttribute', 'hasAttribute', 'checkVisibility', 'querySelector', 'querySelectorAll', 'getBoundingClientRect', 'remove', 'contains']) { const p = name === 'contains' ? Node.prototype : Element.prototype; p[name] = function () { throw new Error('no') } } document.body.insertAdjacentHTML('beforeend', '<p>x</p>')`,
    found,
  ],
  'late-prototypes-then-over': [
    `Object.defineProperty(Node.prototype, 'textContent', { get() { return '${DECLINED}' } }); Element.prototype.checkVisibility = function () { return true }; document.body.innerHTML = '<h1>确认付款</h1>'`,
    silent,
  ],
  'hint-cloned': [`for (let n = 0; n < 20; n++) document.body.append(${host}.cloneNode(true))`, found],
  'hint-moved-often': [
    `let n = 0; const i = setInterval(function () { const h = ${host}; if (h && n++ < 2) document.body.prepend(h); else clearInterval(i) }, 300)`,
    found,
  ],
  'root-removed': [`document.documentElement.remove()`, silent],
  'root-removed-and-back': [
    `const r = document.documentElement; r.remove(); setTimeout(function () { document.append(r) }, 300)`,
    found,
  ],
  'observer-fights': [
    `new MutationObserver(function () { const h = ${host}; if (h) h.remove() }).observe(document.documentElement, { childList: true }); ${host}.remove()`,
    { finding: DIAGNOSIS, hint: false },
  ],
  'endless-insertion': [
    `(function again() { const t = document.getElementById('t'); t.replaceChildren(...t.childNodes); setTimeout(again, 0) })()`,
    found,
  ],
  'endless-insertion-then-paid': [
    `let n = 0; (function again() { const t = document.getElementById('t'); if (n++ < 200) { t.replaceChildren(...t.childNodes); setTimeout(again, 0) } else t.innerHTML = ${json(PAID)} })()`,
    over,
  ],
  'ten-thousand-routes': [
    `const s = history.pushState.bind(history); for (let n = 0; n < 180; n++) s(null, '', '?n=' + n); for (let n = 0; n < 10000; n++) location.hash = '#' + n`,
    found,
  ],
  'view-transition': [
    `const go = function () { document.getElementById('t').innerHTML = '<p>请选择付款方式</p>' }; document.startViewTransition ? document.startViewTransition(go) : go()`,
    silent,
  ],
  'view-transition-held': [
    `const go = function () { return new Promise(function (done) { setTimeout(done, 800) }) }; document.startViewTransition ? document.startViewTransition(go) : go()`,
    found,
  ],
  'success-in-popover': [
    `document.body.insertAdjacentHTML('beforeend', '<div popover="manual" id="p" style="position:fixed;inset:0;width:100vw;height:100vh;background:#fff">${PAID}</div>'); document.getElementById('p').showPopover()`,
    over,
  ],
  'success-in-modal': [
    `document.body.insertAdjacentHTML('beforeend', '<dialog id="p" style="position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none;background:#fff">${PAID}</dialog>'); document.getElementById('p').showModal()`,
    over,
  ],
  'success-in-shut-popover': [
    `document.body.insertAdjacentHTML('beforeend', '<div popover>${PAID}</div>')`,
    { ...found, paid: false },
  ],
  'success-unrendered': [
    `document.body.insertAdjacentHTML('beforeend', '<div style="content-visibility:hidden">${PAID}</div><div inert hidden>${PAID}</div><template>${PAID}</template>')`,
    { ...found, paid: false },
  ],
  'style-moved-away': [`document.getElementById('error').style.translate = '-9999px 0'`, silent],
  'zoomed-away': [`document.getElementById('error').style.zoom = '0.01'`, silent],
  'popover-shown-over': [
    `document.body.insertAdjacentHTML('beforeend', '<div popover="manual" id="p" style="position:fixed;inset:0;width:100vw;height:100vh;margin:0;border:0;background:#fff">${HEALTHY.replaceAll('"', '')}</div>'); document.getElementById('p').showPopover()`,
    silent,
  ],
  'print-styles': [`dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint'))`, found],
  'all-hidden-by-rule': [
    `const s = document.createElement('style'); s.textContent = 'html > div { display: none !important } '; document.head.append(s)`,
    found,
  ],
  'adopted-sheet-hides': [
    `const s = new CSSStyleSheet(); s.replaceSync('#error { display: none }'); document.adoptedStyleSheets = [s]`,
    silent,
  ],
  'slow-loop': [`const end = Date.now() + 2500; while (Date.now() < end);`, found],
  'title-flood': [`for (let n = 0; n < 5000; n++) document.title = '支付失败' + n`, found],
  'attribute-flood': [
    `let n = 0; const i = setInterval(function () { for (let k = 0; k < 500; k++) document.getElementById('t').setAttribute('data-x', n++); if (n > 20000) clearInterval(i) }, 10)`,
    found,
  ],
  'shadow-then-empty': [
    `document.getElementById('t').attachShadow({ mode: 'open' }); setTimeout(function () { document.getElementById('t').shadowRoot.innerHTML = '<slot></slot>' }, 400)`,
    found,
  ],
  'frozen-prototypes': [
    `for (const one of [Node, Element, HTMLElement, Document, EventTarget]) Object.freeze(one.prototype)`,
    found,
  ],
  'base-changed': [
    `const b = document.createElement('base'); b.href = 'https://evil.example/'; document.head.append(b)`,
    found,
  ],
  'policy-added': [
    `const m = document.createElement('meta'); m.httpEquiv = 'Content-Security-Policy'; m.content = "default-src 'none'; style-src 'none'; require-trusted-types-for 'script'"; document.head.append(m); document.getElementById('t').append('')`,
    found,
  ],
};

/** Frames that do something to themselves or to each other. */
const FRAMES: readonly HostileCase[] = [
  {
    id: 'fresh-frame-credentialless',
    html: `${HEALTHY}<iframe credentialless width="600" height="300" src="${FRAME_HOST}/fresh-frame-credentialless-a"></iframe>`,
    frames: { a: ERROR },
    expect: found,
  },
  {
    id: 'fresh-frame-lazy',
    html: `${HEALTHY}<iframe loading="lazy" width="600" height="300" src="${FRAME_HOST}/fresh-frame-lazy-a"></iframe>`,
    frames: { a: ERROR },
    expect: found,
  },
  {
    id: 'fresh-frame-moved-again',
    html: `${HEALTHY}<div id="w"><iframe id="f" width="600" height="300" src="${FRAME_HOST}/fresh-frame-moved-again-a"></iframe></div>`,
    frames: { a: ERROR },
    onHint: `const f = document.getElementById('f'); document.body.append(f)`,
    expect: found,
  },
  {
    id: 'fresh-frame-in-shut-popover',
    html: `${HEALTHY}<div popover><iframe width="600" height="300" src="${FRAME_HOST}/fresh-frame-in-shut-popover-a"></iframe></div>`,
    frames: { a: ERROR },
    expect: silent,
  },
  {
    id: 'fresh-frame-two-at-once',
    html: `${HEALTHY}<iframe width="600" height="150" src="${FRAME_HOST}/fresh-frame-two-at-once-a"></iframe><iframe width="600" height="150" src="${FRAME_HOST}/fresh-frame-two-at-once-b"></iframe>`,
    frames: { a: ERROR, b: ERROR },
    expect: found,
  },
];

/** Those that run each time: one of each kind. `HOSTILE=all` runs all of them in Chromium. */
const ALWAYS = new Set([
  ...['popover-open', 'dialog-modal', 'content-visibility-auto', 'page-zoom', 'anchored', 'huge-attribute'].map(
    (name) => `fresh-seen-${name}`,
  ),
  ...['custom-element-upgraded', 'text-first-in-shadow', 'declarative-shadow', 'starting-style'].map(
    (name) => `fresh-seen-${name}`,
  ),
  ...['popover-over', 'print-only', 'behind-by-index', 'success-over'].map((name) => `fresh-unseen-${name}`),
  ...['late-prototypes-then-over', 'root-removed-and-back', 'observer-fights', 'endless-insertion-then-paid'].map(
    (name) => `fresh-act-${name}`,
  ),
  ...['view-transition', 'success-in-modal', 'success-in-shut-popover', 'adopted-sheet-hides'].map(
    (name) => `fresh-act-${name}`,
  ),
  'fresh-frame-two-at-once',
]);
/** One tab at a time, Firefox takes longer: what depends on the browser most. */
const ALSO_IN_FIREFOX = new Set([
  ...['fresh-seen-popover-open', 'fresh-seen-content-visibility-auto', 'fresh-seen-declarative-shadow'],
  ...['fresh-unseen-popover-over', 'fresh-act-late-prototypes-then-over', 'fresh-act-observer-fights'],
  ...['fresh-act-success-in-modal', 'fresh-act-adopted-sheet-hides', 'fresh-frame-two-at-once'],
]);

const ALL_FRESH: readonly HostileCase[] = [
  ...Object.entries(SEEN).map(([name, html]) => ({ id: `fresh-seen-${name}`, html, expect: found })),
  ...Object.entries(UNSEEN).map(([name, html]) => ({
    id: `fresh-unseen-${name}`,
    html: name === 'success-over' ? html : HEALTHY + html,
    expect: silent,
  })),
  ...Object.entries(ACTS).map(([name, [act, expect]]) => ({
    id: `fresh-act-${name}`,
    html: `${HEALTHY}<div id="t">${ERROR}</div>`,
    onHint: act,
    expect,
  })),
  ...FRAMES,
];

/** What is run each time, or with `HOSTILE=all` everything. */
export const FRESH_CASES: readonly HostileCase[] = ALL_FRESH.filter(
  (one) => ALWAYS.has(one.id) || process.env.HOSTILE === 'all',
).map((one) => (ALSO_IN_FIREFOX.has(one.id) ? one : { ...one, only: 'chromium' as const }));
