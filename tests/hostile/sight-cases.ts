/** Seen means seen: what hides a failure, and what reveals it; and forms that answer for their fields. */
import { DECLINED, DIAGNOSIS, ERROR, FRAME_HOST, HEALTHY, type HostileCase } from './kit.ts';

const found = { finding: DIAGNOSIS, hint: true } as const;
const silent = { finding: null, hint: false } as const;
const box = (style: string): string => `<div style="${style}">${ERROR}</div>`;

const HIDDEN: Readonly<Record<string, string>> = {
  display: box('display:none'),
  visibility: box('visibility:hidden'),
  opacity: box('opacity:0'),
  faint: box('opacity:0.05'),
  attribute: `<div hidden>${ERROR}</div>`,
  left: box('position:absolute;left:-5000px'),
  above: box('position:absolute;top:-5000px'),
  'fixed-below': box('position:fixed;top:200vh'),
  'no-height': box('height:0;overflow:hidden'),
  'no-width': box('width:0;overflow:hidden'),
  clip: box('position:absolute;clip:rect(0,0,0,0)'),
  'clip-path': box('clip-path:inset(50%)'),
  indent: box('text-indent:-9999px;overflow:hidden'),
  tiny: box('font-size:0'),
  transparent: box('color:transparent').replaceAll('class="', 'style="color:transparent" class="'),
  details: `<details><summary>更多</summary>${ERROR}</details>`,
  template: `<template>${ERROR}</template>`,
  dialog: `<dialog>${ERROR}</dialog>`,
  popover: `<div popover>${ERROR}</div>`,
  'content-visibility': box('content-visibility:hidden'),
  'filter-opacity': box('filter:opacity(0)'),
  'filter-blur': box('filter:blur(12px)'),
  'filter-brightness': box('filter:brightness(0);background:#000'),
  mask: box(
    '-webkit-mask-image:linear-gradient(transparent,transparent);mask-image:linear-gradient(transparent,transparent)',
  ),
  covered: `${ERROR}<div style="position:fixed;inset:0;background:#fff">${HEALTHY}</div>`,
  'covered-by-child': `${ERROR}<div style="position:fixed;inset:0"><div style="background:#f5f5f5;height:100vh">${HEALTHY}</div></div>`,
  scaled: box('transform:scale(0)'),
  noscript: `<noscript>${ERROR}</noscript>`,
  textarea: `<textarea>${DECLINED}</textarea>`,
  script: `<script type="text/plain">${DECLINED}</script>`,
  comment: `<!-- ${ERROR} -->`,
};

/** Each hides first and is then revealed, 700 ms after loading. */
const REVEALED: Readonly<Record<string, readonly [html: string, act: string]>> = {
  style: [`<div id="t" style="display:none">${ERROR}</div>`, `document.getElementById('t').style.display = 'block'`],
  class: [
    `<style>.off{display:none}</style><div id="t" class="off">${ERROR}</div>`,
    `document.getElementById('t').className = ''`,
  ],
  hidden: [`<div id="t" hidden>${ERROR}</div>`, `document.getElementById('t').hidden = false`],
  aria: [
    `<style>[aria-hidden=true]{display:none}</style><div id="t" aria-hidden="true">${ERROR}</div>`,
    `document.getElementById('t').setAttribute('aria-hidden', 'false')`,
  ],
  data: [
    `<style>[data-x=a]{visibility:hidden}</style><div id="t" data-x="a">${ERROR}</div>`,
    `document.getElementById('t').dataset.x = 'b'`,
  ],
  sibling: [
    `<style>.a + div{opacity:0}</style><i id="t" class="a"></i><div>${ERROR}</div>`,
    `document.getElementById('t').className = ''`,
  ],
  sheet: [
    `<style id="s">#t{display:none}</style><div id="t">${ERROR}</div>`,
    `document.getElementById('s').disabled = true; document.getElementById('s').sheet.disabled = true`,
  ],
  rule: [
    `<style id="s">#t{opacity:0}</style><div id="t">${ERROR}</div>`,
    `document.getElementById('s').sheet.deleteRule(0)`,
  ],
  dialog: [`<dialog id="t">${ERROR}</dialog>`, `document.getElementById('t').showModal()`],
  popover: [`<div popover id="t">${ERROR}</div>`, `document.getElementById('t').showPopover()`],
  checkbox: [
    `<style>#c:not(:checked) ~ div{display:none}</style><input type="checkbox" id="c"><div>${ERROR}</div>`,
    `document.getElementById('c').click()`,
  ],
  target: [`<style>#t{display:none}#t:target{display:block}</style><div id="t">${ERROR}</div>`, `location.hash = '#t'`],
  transition: [
    `<style>#t{opacity:0;transition:opacity .4s 1s}.on #t{opacity:1}</style><div id="t">${ERROR}</div>`,
    `document.body.className = 'on'`,
  ],
  'height-transition': [
    `<style>#t{max-height:0;overflow:hidden;transition:max-height .5s .5s}.on #t{max-height:300px}</style><div id="t">${ERROR}</div>`,
    `document.body.className = 'on'`,
  ],
  'slide-transition': [
    `<style>#t{position:fixed;top:0;left:0;transform:translateX(-3000px);transition:transform .5s .8s}.on #t{transform:none}</style><div id="t">${ERROR}</div>`,
    `document.body.className = 'on'`,
  ],
  animation: [
    `<style>@keyframes k{to{opacity:1}}#t{opacity:0;animation:k .3s 2s forwards}</style><div id="t">${ERROR}</div>`,
    `0`,
  ],
  'animation-visibility': [
    `<style>@keyframes k{to{visibility:visible}}#t{visibility:hidden;animation:k .1s 2.5s forwards}</style><div id="t">${ERROR}</div>`,
    `0`,
  ],
  'web-animation': [
    `<div id="t" style="opacity:0">${ERROR}</div>`,
    `document.getElementById('t').animate([{ opacity: 0 }, { opacity: 1 }], { duration: 200, delay: 900, fill: 'forwards' })`,
  ],
  moved: [
    `<div id="t" style="position:absolute;left:-5000px">${ERROR}</div>`,
    `document.getElementById('t').style.left = '0'`,
  ],
  uncovered: [
    `${ERROR}<div id="t" style="position:fixed;inset:0;background:#fff">${HEALTHY}</div>`,
    `document.getElementById('t').remove()`,
  ],
  unfiltered: [
    `<div id="t" style="filter:opacity(0)">${ERROR}</div>`,
    `document.getElementById('t').style.filter = 'none'`,
  ],
  forty: [
    `${Array.from({ length: 60 }, (_, n) => `<div style="display:none"><p>支付失败 ${n}</p></div>`).join('')}<div id="t" style="display:none">${ERROR}</div>`,
    `document.getElementById('t').style.display = ''`,
  ],
  inserted: [
    HEALTHY,
    `document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(ERROR).replace(/<\//g, '<\\/')})`,
  ],
  shown: [`<div id="t" style="font-size:0">${ERROR}</div>`, `document.getElementById('t').style.fontSize = '16px'`],
};

const NAMES = [
  'textContent',
  'tagName',
  'matches',
  'getAttribute',
  'hasAttribute',
  'checkVisibility',
  'parentElement',
  'parentNode',
  'nodeType',
  'firstChild',
  'nextSibling',
  'firstElementChild',
  'children',
  'closest',
  'contains',
  'querySelector',
  'querySelectorAll',
  'getBoundingClientRect',
  'isConnected',
  'id',
  'attributes',
  'childElementCount',
  'className',
  'constructor',
];

const form = (name: string): string =>
  `<form><input name="${name}" value="x"><input name="${name}" value="y"><div class="form-item">${ERROR}</div></form>`;

const frame = (id: string, style: string): string =>
  `${HEALTHY}<iframe style="${style}" src="${FRAME_HOST}/${id}-a"></iframe>`;
const FRAMES: Readonly<Record<string, readonly [style: string, shown: boolean]>> = {
  plain: ['width:600px;height:300px', true],
  'no-size': ['width:0;height:0;border:0', false],
  'one-pixel': ['width:1px;height:1px;border:0', false],
  'no-display': ['display:none', false],
  aside: ['position:absolute;left:-5000px;width:600px;height:300px', false],
  above: ['position:absolute;top:-5000px;width:600px;height:300px', false],
};

export const SIGHT_CASES: readonly HostileCase[] = [
  ...Object.entries(HIDDEN).map(([name, html]) => ({ id: `hidden-${name}`, html: HEALTHY + html, expect: silent })),
  ...Object.entries(REVEALED).map(([name, [html, act]]) => ({
    id: `revealed-${name}`,
    html,
    later: act,
    expect: found,
  })),
  ...NAMES.map((name) => ({ id: `form-${name}`, html: form(name), expect: found })),
  ...Object.entries(FRAMES).map(([name, [style, shown]]) => ({
    id: `frame-${name}`,
    html: frame(`frame-${name}`, style),
    frames: { a: ERROR },
    expect: shown ? found : silent,
  })),
  { id: 'deep', html: `${'<div>'.repeat(400)}${ERROR}${'</div>'.repeat(400)}`, expect: found },
  {
    id: 'deep-by-script',
    html: '<div id="r"></div>',
    later: `let e = document.getElementById('r'); for (let n = 0; n < 2000; n++) e = e.appendChild(document.createElement('div')); document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(ERROR).replace(/<\//g, '<\\/')})`,
    expect: found,
  },
  {
    id: 'spans',
    html: `<div id="r"></div>${ERROR}`,
    later: `const s = []; for (let n = 0; n < 20000; n++) s.push('<span>支付失败</span>'); document.getElementById('r').innerHTML = s.join('')`,
    expect: found,
  },
  {
    id: 'megabyte',
    html: `<p id="r"></p>${ERROR}`,
    later: `document.getElementById('r').textContent = '确认付款 '.repeat(250000)`,
    expect: found,
  },
];
