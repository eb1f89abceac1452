/** Slots of the learned model: a feature finds its own numbers or none. */
import { describe, expect, it } from 'vitest';
import { featuresOf } from '../../../lib/understand/learned/features.ts';
import { makeConcepts } from '../../../lib/understand/learned/concepts.ts';
import {
  firstSlot,
  packPrints,
  printOf,
  secondSlot,
  SLOTS,
  unpackPrints,
} from '../../../lib/understand/learned/slots.ts';

const KEY = 0x1234_5678;
const none = (): number[] => Array.from({ length: SLOTS }, (_, slot) => (slot === 0 ? 1 : 0));

describe('slots', () => {
  it('are two for each feature, both within the model', () => {
    for (const key of [0, KEY, -KEY, 0x7fff_ffff, -0x8000_0000])
      for (const slot of [firstSlot(key), secondSlot(key)]) {
        expect(slot).toBeGreaterThanOrEqual(0);
        expect(slot).toBeLessThan(SLOTS);
      }
  });

  it('are found by their print, the first or else the second', () => {
    const prints = none();
    prints[firstSlot(KEY)] = printOf(KEY);
    expect(unpackPrints(packPrints(prints))(KEY)).toBe(firstSlot(KEY));
    prints[firstSlot(KEY)] = (printOf(KEY) + 1) % 256;
    prints[secondSlot(KEY)] = printOf(KEY);
    expect(unpackPrints(packPrints(prints))(KEY)).toBe(secondSlot(KEY));
  });

  it('belong to nobody else: a stranger has none', () => {
    const prints = none();
    prints[firstSlot(KEY)] = (printOf(KEY) + 1) % 256;
    prints[secondSlot(KEY)] = (printOf(KEY) + 2) % 256;
    expect(unpackPrints(packPrints(prints))(KEY)).toBe(-1);
  });

  it('need whole prints', () => expect(() => unpackPrints('00')).toThrow('cut short'));
});

describe('features', () => {
  const concepts = makeConcepts('failed: en=fail\nnot: en=not\ncard: en=card\n', (text) => text);
  const keysOf = (text: string): Set<number> => new Set(featuresOf(text, concepts));
  const only = (text: string, other: string): number =>
    [...keysOf(text)].filter((key) => !keysOf(other).has(key)).length;

  it('are the same for the same text', () => expect(keysOf('card failed')).toEqual(keysOf('card failed')));
  it('tell what a text says nothing of', () => {
    // No trouble and no denial in the first, no paying in the second.
    expect(only('card', 'card fail')).toBeGreaterThan(0);
    const unsaid = [...keysOf('xyz')].filter((key) => keysOf('abc').has(key));
    expect(unsaid.length).toBeGreaterThanOrEqual(4);
    expect(unsaid.filter((key) => keysOf('card fail').has(key)).length).toBeLessThan(unsaid.length);
  });
});
