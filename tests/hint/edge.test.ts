import { describe, expect, it } from 'vitest';
import { freeEdge } from '../../components/hint/edge.ts';

const box = (top: number, bottom: number, left = 8, right = 352) => ({ top, bottom, left, right });
const HEIGHT = 640;
const ABOVE = box(8, 198);
const BELOW = box(434, 624, 900, 1260);

describe('the edge of the hint', () => {
  it('is the usual one where nothing is covered', () => {
    expect(freeEdge(ABOVE, [], HEIGHT)).toBeNull();
    expect(freeEdge(ABOVE, [box(220, 300)], HEIGHT)).toBeNull();
    expect(freeEdge(BELOW, [box(434, 500, 0, 800)], HEIGHT)).toBeNull();
  });

  it('is the other one where the message stands below the hint', () => {
    expect(freeEdge(ABOVE, [box(120, 180)], HEIGHT)).toBe('bottom');
    expect(freeEdge(BELOW, [box(560, 600, 800, 1000)], HEIGHT)).toBe('top');
  });

  it('is the one that covers less where the message stands everywhere', () => {
    expect(freeEdge(ABOVE, [box(0, 640)], HEIGHT)).toBeNull();
    expect(freeEdge(ABOVE, [box(0, 500)], HEIGHT)).toBe('bottom');
  });
});
