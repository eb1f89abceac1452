/** The examples of the first-run page are true: our own reading of each text gives what the example says it does. */
import { describe, expect, it } from 'vitest';
import { EXAMPLES, EXAMPLE_SOURCE, exampleCase } from '../../lib/case/examples.ts';
import { hintKey, hintSentence } from '../../lib/case/hint-words.ts';
import { readStoredEvidence } from '../../lib/case/stored.ts';
import { hintTable } from '../../lib/generated/hints.ts';
import hint from '../../lib/i18n/locales/en/hint.json';
import library from '../../lib/i18n/locales/en/library.json';
import welcome from '../../lib/i18n/locales/en/welcome.json';
import { findingOfAnswer } from '../../lib/understand/lookup-answer.ts';
import { createLookup } from '../../lib/understand/load-readers.ts';

const lookup = await createLookup();

describe('the examples', () => {
  it('are six of different kinds', () => {
    expect(EXAMPLES).toHaveLength(6);
    expect(new Set(EXAMPLES.map(({ diagnosis }) => diagnosis)).size).toBe(6);
    expect(new Set(EXAMPLES.map(({ certainty }) => certainty))).toEqual(new Set(['exact', 'likely', 'unsure']));
  });

  it.each(EXAMPLES)('$id is read as it says', (example) => {
    const { diagnosis, certainty, code, evidence } = findingOfAnswer(lookup(example.message)[0]!, 0);
    expect({ diagnosis, certainty, code }).toEqual({
      diagnosis: example.diagnosis,
      certainty: example.certainty,
      code: example.code,
    });
    expect(evidence.map(({ quote }) => quote)).toContain(example.quote);
  });

  it.each(EXAMPLES)('$id has words and a hint, and is kept as a case that can be read back', (example) => {
    expect(welcome).toHaveProperty([`example.${example.id}`]);
    // A sentence of its own, with no key left standing in it.
    expect(hintSentence(hintKey(example, hintTable)!, { ...library, ...hint })).toMatch(/^[A-Z][^{}]+ [^{}]+$/);
    const [sighting, ...more] = readStoredEvidence(exampleCase(example, 5));
    expect(more).toEqual([]);
    expect(sighting).toMatchObject({
      kind: 'sighting',
      diagnosis: example.diagnosis,
      source: EXAMPLE_SOURCE,
      live: false,
      at: 5,
    });
  });
});
