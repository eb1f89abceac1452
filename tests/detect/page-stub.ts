/**
 * A page without layout, made to measure: happy-dom gives every box no size, so here every rendered element has one. What a test
 * wants otherwise it writes into the element: `hidden`, `style`, or `data-box="left,top,width,height"`.
 */
import { afterEach, beforeEach, vi } from 'vitest';

const DEFAULTS: Readonly<Record<string, string>> = {
  opacity: '1',
  visibility: 'visible',
  display: 'block',
  color: 'rgb(0, 0, 0)',
  overflowX: 'visible',
  overflowY: 'visible',
  clip: 'auto',
  clipPath: 'none',
  contentVisibility: 'visible',
  textIndent: '0px',
  position: 'static',
  fontSize: '16px',
};

const isRendered = (element: Element | null): boolean => {
  for (let one = element; one; one = one.parentElement)
    if (one.hasAttribute('hidden') || /display:\s*none/.test(one.getAttribute('style') ?? '')) return false;
  return true;
};

function boxOf(element: Element | null): DOMRect {
  const [left, top, width, height] = (element?.closest('[data-box]')?.getAttribute('data-box') ?? '10,10,200,20')
    .split(',')
    .map(Number) as [number, number, number, number];
  const shown = isRendered(element);
  const box = { left, top, width: shown ? width : 0, height: shown ? height : 0 };
  return { ...box, x: left, y: top, right: left + box.width, bottom: top + box.height, toJSON: () => box } as DOMRect;
}

/** Puts the measured page in place before each test of a file and takes it away after. */
export function stubLayout(): void {
  const readStyle = window.getComputedStyle.bind(window);

  beforeEach(() => {
    document.documentElement.innerHTML = '<head></head><body></body>';
    vi.spyOn(Range.prototype, 'getBoundingClientRect').mockImplementation(function (this: Range) {
      const node = this.startContainer;
      return boxOf(node.nodeType === 1 ? (node as Element) : node.parentElement);
    });
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
      return boxOf(this);
    });
    vi.spyOn(Element.prototype, 'checkVisibility').mockImplementation(function (this: Element) {
      return isRendered(this);
    });
    vi.spyOn(window, 'getComputedStyle').mockImplementation((element) => {
      const style = readStyle(element);
      return new Proxy(style, {
        get: (target, key) => (Reflect.get(target, key) as string) || DEFAULTS[key as string] || '',
      });
    });
  });

  afterEach(() => {
    vi.restoreAllMocks();
  });
}

/** Puts HTML into the body and gives the first element that a selector finds. */
export function put(html: string, selector = '#it'): Element {
  document.body.innerHTML = html;
  return document.querySelector(selector) ?? document.body;
}
