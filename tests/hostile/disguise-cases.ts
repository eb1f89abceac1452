/** Disguises: words that look hidden and are not, words that look shown and are not, frames put away, forged ends, and floods. */
import { DECLINED, DIAGNOSIS, ERROR, FRAME_HOST, HEALTHY, HOST, type HostileCase } from './kit.ts';

const found = { finding: DIAGNOSIS, hint: true } as const;
const silent = { finding: null, hint: false } as const;
const over = { ...silent, paid: true } as const;
const box = (style: string, inner = ERROR): string => `<div style="${style}">${inner}</div>`;
/** The style on every element of the error itself. */
const own = (style: string): string => ERROR.replaceAll('class="', `style="${style}" class="`);
const alert = (inner: string): string => `<div role="alert">${inner}</div>`;
const split = (sign: string): string => alert([...DECLINED].join(sign));
const slotted = (inner: string): string =>
  `<div id="s">${ERROR}</div><script>document.getElementById('s').attachShadow({ mode: 'closed' }).innerHTML = '${inner}'</script>`;
const modal = (style: string): string =>
  `<style>${style}</style>${ERROR}<dialog id="d">请稍候</dialog><script>document.getElementById('d').showModal()</script>`;

/** Nobody sees these. */
const UNSEEN: Readonly<Record<string, string>> = {
  'clip-circle': box('clip-path:circle(0)'),
  'clip-ellipse': box('clip-path:ellipse(0 0)'),
  'clip-polygon': box('clip-path:polygon(0 0,0 0,0 0)'),
  'clip-side': box('clip-path:inset(0 100% 0 0)'),
  'turned-round': box('backface-visibility:hidden;transform:rotateY(180deg)'),
  'turned-aside': box('transform:rotateY(90deg)'),
  'ink-of-ground': own('color:#fff;background:#fff'),
  'ink-of-outer-ground': `<div style="background:#f6f6f6">${own('color:#f6f6f6')}</div>`,
  'ink-filled-with-nothing': own('-webkit-text-fill-color:transparent'),
  'ink-srgb': own('color:color(srgb 0 0 0 / 0)'),
  'ink-oklch': own('color:oklch(0.5 0.1 20 / 0)'),
  'opaque-backdrop': modal('dialog::backdrop{background:#fff}'),
  'shadow-without-slot': slotted('<p>ok</p>'),
  'shadow-slot-folded': slotted('<div style="height:0;overflow:hidden"><slot></slot></div>'),
  'shadow-slot-clipped': slotted('<div style="clip-path:inset(50%)"><slot></slot></div>'),
  'until-found': `<div hidden="until-found">${ERROR}</div>`,
  canvas: `<canvas>${ERROR}</canvas>`,
  video: `<video>${ERROR}</video>`,
  zoom: box('zoom:0.02'),
  translate: box('translate:-9999px 0'),
  attributes: `<p title="${DECLINED}" aria-label="${DECLINED}">ok</p><input placeholder="${DECLINED}" value="${DECLINED}">`,
};

/** Everybody sees these. */
const SEEN: Readonly<Record<string, string>> = {
  'without-box': `<div class="adm-error-block"><div style="display:contents">${DECLINED}</div></div>`,
  'without-box-own': own('display:contents'),
  'without-box-inline': alert(`<span style="display:contents">${DECLINED}</span>`),
  'joiner-between': split('\u034f'),
  'variation-between': split('\ufe0e'),
  'mongolian-between': split('\u180e'),
  'filler-between': split('\u3164'),
  'zero-width-between': split('\u200b'),
  'span-for-each': alert([...DECLINED].map((one) => `<span>${one}</span>`).join('')),
  'comment-for-each': alert([...DECLINED].join('<!-- x -->')),
  'ruby-for-words': alert(
    `<ruby>付款<rt>fùkuǎn</rt></ruby><ruby>失败<rt>shībài</rt></ruby>，该银行卡不支持此交易，请更换其他银行卡`,
  ),
  bidi: alert(`\u202d${DECLINED}\u202c`),
  slotted: slotted('<section><slot></slot></section>'),
  'under-dialog': modal('dialog{margin-top:50vh}'),
  inert: `<div inert>${ERROR}</div>`,
  'clip-whole': box('clip-path:polygon(0 0,100% 0,100% 100%,0 100%)'),
  'light-on-dark': box('background:#222', own('color:#fff')),
  'light-on-picture': `<div style="background:#fff">${box('background-image:linear-gradient(#111,#333)', own('color:#fff'))}</div>`,
  'light-on-painted': `<style>#error{position:relative;z-index:0;background:#fff}#error::before{content:'';position:absolute;inset:0;background:#111;z-index:-1}</style>${own('color:#fff')}`,
  'filled-ink': own('color:transparent;-webkit-text-fill-color:#333'),
  'gradient-ink': own('color:transparent;background:linear-gradient(red,blue);-webkit-background-clip:text'),
  'through-clicks': box('pointer-events:none'),
};

/** A success that nobody sees ends nothing. */
const UNSEEN_SUCCESS: Readonly<Record<string, string>> = {
  clipped: box('clip-path:circle(0)', '<h2>支付成功</h2>'),
  covered:
    '<div style="position:relative"><h2>支付成功</h2><div style="position:absolute;inset:0;background:#fff"></div></div>',
  filtered: '<h2 style="filter:opacity(0)">支付成功</h2>',
  'ink-of-ground': '<h2 style="color:#fff;background:#fff">支付成功</h2>',
};

const restyle = (rule: string): string =>
  `const s = document.createElement('style'); s.textContent = '${rule}'; document.head.append(s)`;
const flicker = (end: string): string =>
  `let n = 0; const t = document.getElementById('t'); const i = setInterval(function () { t.style.display = ++n % 2 ? 'none' : ''; if (n > 60) { clearInterval(i); ${end} } }, 60)`;
const host = `document.querySelector('[data-card-rescue-hint]')`;
const ACTS: Readonly<Record<string, readonly [act: string, expect: HostileCase['expect']]>> = {
  'forged-pagehide': [`window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))`, found],
  'forged-pageshow': [`window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))`, found],
  'forged-visibility': [
    `Object.defineProperty(document, 'hidden', { get() { return true } }); document.dispatchEvent(new Event('visibilitychange'))`,
    found,
  ],
  'forged-flood': [
    `for (let n = 0; n < 20000; n++) { window.dispatchEvent(new Event('popstate')); window.dispatchEvent(new Event('resize')); document.dispatchEvent(new Event('transitionend')) }`,
    found,
  ],
  'clipped-later': [restyle('#error{clip-path:circle(0)}'), silent],
  'copies-of-hint': [`for (let n = 0; n < 200; n++) document.documentElement.append(${host}.cloneNode(true))`, found],
  'hint-adopted': [`document.implementation.createHTMLDocument().body.append(${host})`, found],
  'hint-into-frame': [
    `const f = document.createElement('iframe'); document.body.append(f); f.contentDocument.body.append(${host})`,
    found,
  ],
  'scrolled-away': [`document.body.style.minHeight = '5000px'; scrollTo(0, 3000)`, found],
  'slot-taken-away': [`document.getElementById('t').attachShadow({ mode: 'closed' }).innerHTML = '<p>ok</p>'`, silent],
  'flicker-then-stays': [flicker(`t.style.display = ''`), found],
  'flicker-then-goes': [flicker(`t.style.display = 'none'`), silent],
  'flicker-then-paid': [flicker(`t.innerHTML = '<h2>支付成功</h2>'; t.style.display = ''`), silent],
};

const escaped = (html: string): string => html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const bare = `<!doctype html><meta charset=utf-8><body>${ERROR}`;
const frame = (attributes: string): string => `<iframe id="f" width="600" height="300" ${attributes}></iframe>`;
const many = (id: string): string =>
  `<iframe width="300" height="100" src="${FRAME_HOST}/${id}-a"></iframe>`.repeat(50);
const away = (id: string, style: string): HostileCase => ({
  id,
  html: `${HEALTHY}<div id="w">${frame(`src="${FRAME_HOST}/${id}-a"`)}</div>`,
  frames: { a: ERROR },
  onHint: style,
  expect: silent,
});
const removeAll = `for (const one of [...document.querySelectorAll('iframe')]) one.remove()`;

const FRAMES: readonly HostileCase[] = [
  away('frame-away-display', `document.getElementById('f').style.display = 'none'`),
  away('frame-away-height', `document.getElementById('f').style.cssText = 'height:0;border:0'`),
  away('frame-away-folded', `document.getElementById('w').style.cssText = 'height:0;overflow:hidden'`),
  away('frame-away-moved', `document.getElementById('f').style.cssText = 'position:fixed;left:-5000px'`),
  {
    id: 'frame-away-and-back',
    html: `${HEALTHY}<div id="w">${frame(`src="${FRAME_HOST}/frame-away-and-back-a"`)}</div>`,
    frames: { a: ERROR },
    onHint: `const w = document.getElementById('w'); w.style.cssText = 'height:0;overflow:hidden'; setTimeout(function () { w.style.cssText = ''; window.back = 1 }, 2500)`,
    expect: found,
  },
  {
    id: 'frame-same-host-faint',
    html: HEALTHY + frame(`src="${HOST}/frame-same-host-a"`),
    onHint: `document.getElementById('f').style.opacity = '0'`,
    expect: silent,
  },
  { id: 'frame-srcdoc', html: HEALTHY + frame(`srcdoc="${escaped(bare)}"`), expect: found },
  {
    id: 'frame-srcdoc-paid',
    html: HEALTHY + frame(`srcdoc="${escaped(bare)}"`),
    onHint: `document.getElementById('f').srcdoc = '<h2>支付成功</h2>'`,
    expect: over,
  },
  // A document of no origin is nobody's.
  {
    id: 'frame-srcdoc-sandboxed',
    html: HEALTHY + frame(`sandbox="allow-scripts" srcdoc="${escaped(bare)}"`),
    expect: silent,
  },
  {
    id: 'frame-sandboxed',
    html: HEALTHY + frame(`sandbox="allow-scripts" src="${FRAME_HOST}/frame-sandboxed-a"`),
    frames: { a: ERROR },
    expect: found,
  },
  { id: 'fifty-frames', html: HEALTHY + many('fifty-frames'), frames: { a: ERROR }, expect: found },
  {
    id: 'fifty-frames-gone',
    html: HEALTHY + many('fifty-frames-gone'),
    frames: { a: ERROR },
    onHint: removeAll,
    expect: silent,
  },
  {
    id: 'fifty-frames-paid',
    html: `<div id="app">${HEALTHY}</div>${many('fifty-frames-paid')}`,
    frames: { a: ERROR },
    onHint: `${removeAll}; document.getElementById('app').innerHTML = '<div class="result"><h2>支付成功</h2></div>'`,
    expect: over,
  },
];

/** Addresses with "error" and "mirror" in them are no errors. */
const QUIET: Readonly<Record<string, string>> = {
  script: '<main><h1>确认付款</h1><p>请选择付款方式</p></main><script src="/js/error-report.js"></script>',
  mirror: '<div><img src="/mirror/logo.png"><h1>确认付款</h1><p>请选择付款方式</p></div>',
  frame: '<div><h1>确认付款</h1><p>请选择付款方式</p><iframe src="/x?onerror=1"></iframe></div>',
  video: '<div><h1>确认付款</h1><p>请选择付款方式</p><video src="/failsafe.mp4"></video></div>',
};

/** Those that Firefox runs, too: what was broken once, and depends on the browser. One tab at a time, they take their time. */
const ALSO_IN_FIREFOX = new Set([
  ...[
    'disguised-clip-circle',
    'disguised-turned-round',
    'disguised-ink-filled-with-nothing',
    'disguised-opaque-backdrop',
  ],
  ...['plain-without-box', 'plain-under-dialog', 'plain-filled-ink', 'plain-inert', 'act-forged-pagehide'],
  ...['frame-away-folded', 'fifty-frames-gone', 'quiet-mirror'],
]);

export const DISGUISE_CASES: readonly HostileCase[] = [
  ...Object.entries(UNSEEN).map(([name, html]) => ({ id: `disguised-${name}`, html: HEALTHY + html, expect: silent })),
  ...Object.entries(SEEN).map(([name, html]) => ({ id: `plain-${name}`, html, expect: found })),
  ...Object.entries(UNSEEN_SUCCESS).map(([name, html]) => ({
    id: `unseen-success-${name}`,
    html: ERROR + html,
    expect: { ...found, paid: false },
  })),
  ...Object.entries(ACTS).map(([name, [act, expect]]) => ({
    id: `act-${name}`,
    html: `${HEALTHY}<div id="t">${ERROR}</div>`,
    onHint: act,
    expect,
  })),
  ...FRAMES,
  ...Object.entries(QUIET).map(([name, html]) => ({ id: `quiet-${name}`, html, expect: silent })),
].map((one) => (ALSO_IN_FIREFOX.has(one.id) ? one : { ...one, only: 'chromium' as const }));
