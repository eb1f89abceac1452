/** Which features get the learned model's slots. */
import { describe, expect, it } from 'vitest';
import { firstSlot, secondSlot } from '../../lib/understand/learned/slots.ts';
import { type Labelled, ownersOf, slotsIn } from '../../scripts/train/owners.ts';

const sentence = (label: number, ...features: number[]): Labelled => ({
  features: Int32Array.from(features),
  head: 'causes',
  label,
  weight: 1,
});
/** Says which class it is, stands in every sentence, and stands in one only. */
const [TELLS, EVERYWHERE, ONCE] = [11, 22, 33];

describe('slots', () => {
  const examples = [
    ...Array.from({ length: 8 }, () => sentence(0, TELLS, EVERYWHERE)),
    ...Array.from({ length: 8 }, () => sentence(1, EVERYWHERE)),
    sentence(1, ONCE, EVERYWHERE),
  ];
  const owners = ownersOf(examples, 2, 0);

  it('belong to features met more than once', () => {
    expect(owners[firstSlot(TELLS)]).toBe(TELLS);
    expect(owners[firstSlot(EVERYWHERE)]).toBe(EVERYWHERE);
    expect(owners).not.toContain(ONCE);
  });

  it('go to the feature that tells more where two want the same', () => {
    const rival = TELLS + (7 << 20);
    expect(firstSlot(rival)).toBe(firstSlot(TELLS));
    const both = ownersOf(
      examples.map((one) => ({ ...one, features: Int32Array.from([...one.features, rival]) })),
      2,
      0,
    );
    expect(both[firstSlot(TELLS)]).toBe(TELLS);
    expect(both[secondSlot(rival)]).toBe(rival);
  });

  it('of a text are those of its features that have one', () => {
    expect([...slotsIn(Int32Array.from([TELLS, ONCE, 44]), owners)]).toEqual([firstSlot(TELLS)]);
  });

  it('are given in the same way each time', () => expect(ownersOf(examples, 2, 0)).toEqual(owners));
});
