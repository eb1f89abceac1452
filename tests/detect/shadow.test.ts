// @vitest-environment happy-dom
/** Open shadow roots, in the test document; `tests/e2e/shadow.chromium.test.ts` asks real browsers. */
import { describe, expect, it } from 'vitest';
import { holds, outerOf } from '../../lib/detect/dom.ts';
import { shadowParts } from '../../lib/detect/shadow.ts';

function page(html: string): HTMLElement {
  document.body.innerHTML = html;
  return document.body;
}
const rootIn = (host: Element, html: string, mode: ShadowRootMode = 'open'): ShadowRoot => {
  const root = host.attachShadow({ mode });
  root.innerHTML = html;
  return root;
};
const texts = (parts: readonly Element[]): string[] => parts.map((one) => one.textContent ?? '');

describe('the parts in shadow roots', () => {
  it('are those of elements with names of their own and of empty boxes, nested ones too', () => {
    const body = page('<pay-box></pay-box><div id="a"></div><p id="b"></p><div id="c">text</div>');
    const inner = rootIn(body.querySelector('pay-box')!, '<p>one</p><pay-inner></pay-inner>');
    rootIn(inner.querySelector('pay-inner')!, '<b>two</b>');
    rootIn(body.querySelector('#a')!, '<i>three</i>');
    expect(texts(shadowParts(body))).toEqual(['one', '', 'two', 'three']);
  });

  it('are told with their roots; of what may yet get one, without', () => {
    const body = page('<pay-box></pay-box><pay-late></pay-late>');
    const root = rootIn(body.querySelector('pay-box')!, '<p>one</p>');
    const met: (ShadowRoot | null)[] = [];
    shadowParts(body, (_, one) => met.push(one));
    expect(met).toEqual([root, null]);
  });

  it('are none in a closed one', () => {
    const body = page('<pay-box></pay-box>');
    rootIn(body.querySelector('pay-box')!, '<p>one</p>', 'closed');
    expect(shadowParts(body)).toEqual([]);
  });
});

describe('what stands in a shadow root', () => {
  it('stands in its host and in what is around that', () => {
    const body = page('<section><pay-box></pay-box></section>');
    const host = body.querySelector('pay-box')!;
    const child = rootIn(host, '<p><b>one</b></p>').querySelector('b')!;
    expect(outerOf(outerOf(child)!)).toBe(host);
    expect(holds(body, child)).toBe(true);
    expect(holds(child, body)).toBe(false);
    expect(outerOf(document.documentElement)).toBeNull();
  });
});
