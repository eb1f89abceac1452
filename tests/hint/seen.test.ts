// @vitest-environment happy-dom
/** Where the browser cannot tell what covers the hint, the styles of its root element do. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeSight } from '../../components/hint/seen.ts';

const PLAIN = { opacity: '1', visibility: 'visible', display: 'block' };

/** Whether the hint counts as seen under a root element of these computed styles. */
function isSeenUnder(styles: Record<string, string>): boolean {
  vi.stubGlobal('IntersectionObserver', undefined);
  const host = document.createElement('div');
  document.documentElement.append(host);
  vi.spyOn(window, 'getComputedStyle').mockImplementation(
    (element) => (element === document.documentElement ? { ...PLAIN, ...styles } : PLAIN) as CSSStyleDeclaration,
  );
  const sight = makeSight(host, () => host);
  const seen = sight.isSeen();
  sight.stop();
  host.remove();
  return seen;
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('the hint', () => {
  it('counts as seen on a plain page', () => expect(isSeenUnder({})).toBe(true));

  it.each([
    ['opacity', '0.2'],
    ['visibility', 'hidden'],
    ['display', 'none'],
    ['filter', 'opacity(0)'],
    ['mixBlendMode', 'difference'],
    ['maskImage', 'linear-gradient(transparent, transparent)'],
    ['clipPath', 'inset(50%)'],
    ['transform', 'scale(0.01)'],
    ['translate', '-9000px'],
    ['scale', '0.01'],
    ['rotate', 'x 90deg'],
    ['perspective', '1px'],
  ])('does not under a root element whose %s is %s', (name, value) =>
    expect(isSeenUnder({ [name]: value })).toBe(false),
  );
});
