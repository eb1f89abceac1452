/** A text that may be a noisy copy of either of two messages is taken for none of them. */
import { describe, expect, it } from 'vitest';
import type { Copy } from '../../lib/understand/known-message.ts';
import { withCopy } from '../../lib/understand/likeness-answers.ts';

const copy = (diagnosis: string, match: number): Copy => ({
  diagnosis,
  match,
  part: 0.8,
  text: 'a message',
  weight: 30,
  otherwise: false,
});

describe('a noisy copy', () => {
  it('is of the nearest message, where no other cause has one as near', () => {
    const answers = withCopy([], [copy('card-expired', 0.9), copy('bank-declined', 0.8)], 'unknown-failure');
    expect(answers[0]).toMatchObject({ diagnosis: 'card-expired', certainty: 'likely' });
  });

  it('is of none where another cause has one nearly as near', () => {
    expect(withCopy([], [copy('card-expired', 0.9), copy('bank-declined', 0.88)], 'unknown-failure')).toEqual([]);
  });
});
