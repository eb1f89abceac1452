/** What the commands print of texts with personal data. `diagnose` prints what the browser test tests/hostile/personal.chromium.test.ts reads. */
import { describe, expect, it } from 'vitest';
import { readLibrary } from '../../lib/library/read.ts';
import { caseReport, loadCaseData, loadUnderstand } from '../../scripts/case.ts';
import { explainText } from '../../scripts/explain.ts';
import { plain } from '../../scripts/lookup.ts';
import { shippedReaders } from '../../scripts/shipped-readers.ts';
import { PERSONAL, FRAMES, personalIn } from '../hostile/personal.ts';

const library = readLibrary();
const data = loadCaseData(library);
const understand = loadUnderstand(library, data);
const { lookup } = shippedReaders(library);
const texts = PERSONAL.flatMap(({ text }) => FRAMES.map((frame) => frame(text)));
/** As people tell it: long enough to be a story with facts. */
const STORIES = PERSONAL.map(
  ({ text }) =>
    `I tried to pay, ${text}, and my bank declined it. I called the bank and they said they see no attempt, ${text}.`,
);

describe('personal data in the output of commands', () => {
  it('lookup', () => {
    for (const text of [...texts, ...STORIES]) expect(personalIn(JSON.stringify(plain(lookup(text))))).toEqual([]);
  });

  it('case', () => {
    for (const text of [...texts, ...STORIES]) {
      const report = caseReport(
        {
          texts: [text],
          text,
          told: [text],
          person: { country: text },
          answers: { [text]: text },
          page: { host: text },
        },
        data,
        understand,
      );
      expect(personalIn(JSON.stringify(report))).toEqual([]);
      expect(personalIn(JSON.stringify(understand(text)))).toEqual([]);
    }
  });

  it('explain', () => {
    for (const text of PERSONAL.map((one, at) => FRAMES[at % FRAMES.length]!(one.text)))
      expect(personalIn(explainText(text, library))).toEqual([]);
  }, 60_000);
});
