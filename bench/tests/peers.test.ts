/** The compared packages answer as the benchmark believes: a wrong engine is not timed. Only here, since only here they are installed. */
import { describe, expect, it } from 'vitest';
import { foldWord } from '../../lib/library/alphabet.ts';
import { own } from '../own.ts';
import { AHO_CORASICK, LOOPS } from '../peers/matchers.ts';
import { searchPeers } from '../peers/search.ts';
import { normaliseText } from '../queries.ts';
import { oneForEachDisguise, pageText, phrases } from '../synthetic.ts';

const MESSAGES = [
  { diagnosis: 'card-details-wrong', text: '卡号不正确。建议换卡重试或联系发卡行。' },
  { diagnosis: 'card-not-supported', text: '卡片不支持。建议换卡重试或联系发卡行。' },
  { diagnosis: 'account-restricted', text: 'User status is abnormal. Please contact your bank.' },
  { diagnosis: 'service-unavailable', text: 'おっと,ロードされていません' },
];
const list = phrases(3000);
const words = list.map(foldWord);
const hits = oneForEachDisguise(phrases(100));

describe('search peers', () => {
  it.each(searchPeers)(
    '$name finds known messages by their own words and names each diagnosis once',
    ({ given, build }) => {
      const asGiven = (text: string): string => (given === 'raw' ? text : normaliseText(text));
      const search = build(MESSAGES.map(({ diagnosis, text }) => ({ diagnosis, text: asGiven(text) })));
      for (const { diagnosis, text } of MESSAGES) {
        const found = search(asGiven(text));
        expect(found[0]).toBe(diagnosis);
        expect(new Set(found).size).toBe(found.length);
      }
    },
  );
});

describe('engines', () => {
  it.each([own, ...LOOPS, ...AHO_CORASICK].map((engine) => [engine.name, engine] as const))(
    '%s finds what a plain search finds',
    (_name, engine) => {
      const text = pageText(2000, hits, 'mixed');
      const prepared = engine.build(engine.given === 'raw' ? list.slice(0, 200) : words.slice(0, 200));
      const ids = [...prepared.ids(engine.given === 'raw' ? text : foldWord(text))].sort((a, b) => a - b);
      const folded = foldWord(text);
      const expected = words.slice(0, 200).flatMap((word, id) => (folded.includes(word) ? [id] : []));
      expect(ids).toEqual(expected);
      expect(ids.length).toBeGreaterThanOrEqual(hits.length);
    },
  );
});
