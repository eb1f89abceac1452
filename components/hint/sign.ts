/** The hint's signs: our icon, and a warning where the money may be gone. Drawn by hand: a page may not load what an extension has. */

const SVG = 'http://www.w3.org/2000/svg';
type Shape = readonly [tag: string, attributes: Readonly<Record<string, string | number>>];

const ring = (r: number, more: Shape[1]): Shape => ['circle', { cx: 82, cy: 81, r, ...more }];
/** A bank card with a life ring on its corner, as in docs/icon.svg; its green is that of the words beside it. */
const CARD: readonly Shape[] = [
  ['path', { d: 'M26 24h76a10 10 0 0 1 10 10v48a10 10 0 0 1-10 10H26a10 10 0 0 1-10-10V34a10 10 0 0 1 10-10Z' }],
  ['path', { fill: '#fff', opacity: 0.5, d: 'M16 38h96v13H16Z' }],
  ring(30, { fill: '#fff' }),
  ring(19, { fill: 'none', stroke: '#e2603f', 'stroke-width': 15 }),
  ring(19, {
    fill: 'none',
    stroke: '#fff',
    'stroke-width': 15,
    'stroke-dasharray': '15 14.85',
    'stroke-dashoffset': -7.4,
  }),
  ring(11, {}),
];
const WARNING: readonly Shape[] = [
  ['path', { d: 'M64 17 10 108h108ZM58 50h12v28H58Zm0 35h12v11H58Z', 'fill-rule': 'evenodd' }],
];

/** The sign of a tone, for people who see; the words beside it say the same. */
export function makeSign(tone: 'calm' | 'money'): Element {
  const make = ([tag, attributes]: Shape): Element => {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
    return element;
  };
  const sign = make(['svg', { viewBox: '10 14 108 100', 'aria-hidden': 'true', fill: 'currentColor' }]);
  sign.append(...(tone === 'money' ? WARNING : CARD).map(make));
  return sign;
}
