/** What the person gave, as short removable chips: each is one piece of evidence, or one fact read from a text. */
import type { CaseData } from '../../lib/case/case-data.ts';
import { CHECKED, CHOSEN } from '../../lib/case/compose-case.ts';
import { type Evidence, keyOf, type Result, withoutEvidence, withoutFact, NOBODY } from '../../lib/case/evidence.ts';
import { DONT_KNOW } from '../../lib/case/interview-model.ts';
import type { Given } from '../../lib/case/told-interview.ts';

/** What a chip says. The words are put together by `chipWords`. */
export type ChipText =
  | { kind: 'given'; given: Given }
  | { kind: 'result'; result: Result }
  /** A message that was typed, a page that was checked, or a cause that was chosen. */
  | { kind: 'message' | 'checked' | 'chosen'; diagnosis: string }
  /** "Not what the page says", without another cause chosen. */
  | { kind: 'denied' };

export interface Chip {
  /** Unique among the chips. */
  id: string;
  text: ChipText;
  /** Key of the piece; with `fact` only that fact of it. */
  piece: string;
  fact?: Given;
}

/** The chips of stored evidence, the oldest first. What says nothing ("I don't know") has none. */
export function chipsOf(stored: readonly Evidence[], { library, model, tellMarks }: CaseData): Chip[] {
  const known = (id: string): boolean => Object.hasOwn(library.diagnoses, id);
  // Stored by another version it may be an answer that has no words here.
  const isAnswer = ({ question, answer }: Given): boolean =>
    answer !== DONT_KNOW &&
    model.questions.some((one) => one.id === question && one.answers.some((other) => other.id === answer));
  return stored.flatMap((one): Chip[] => {
    const piece = keyOf(one);
    switch (one.kind) {
      case 'answer':
        if (!isAnswer(one)) return [];
        return [{ id: piece, piece, text: { kind: 'given', given: { question: one.question, answer: one.answer } } }];
      case 'told':
        if (!Object.hasOwn(tellMarks, one.id)) return [];
        return [{ id: piece, piece, text: { kind: 'given', given: { question: 'tells', answer: one.id } } }];
      case 'result':
        return [{ id: piece, piece, text: { kind: 'result', result: one.result } }];
      case 'sighting': {
        if (!known(one.diagnosis) || (one.source !== CHOSEN && one.source !== CHECKED)) return [];
        const { nameless } = library.diagnoses[one.diagnosis as never]!['traits'];
        if (one.source === CHOSEN && nameless) return [{ id: piece, piece, text: { kind: 'denied' } }];
        return [{ id: piece, piece, text: { kind: one.source, diagnosis: one.diagnosis } }];
      }
      case 'text': {
        const facts = one.facts.filter(isAnswer).map(({ question, answer }): Chip => {
          const fact = { question, answer };
          return { id: `${piece} ${question}/${answer}`, piece, fact, text: { kind: 'given', given: fact } };
        });
        const first = one.sightings[0]?.diagnosis;
        if (first === undefined || !known(first)) return facts;
        return [{ id: piece, piece, text: { kind: 'message', diagnosis: first } }, ...facts];
      }
    }
  });
}

/** The stored evidence without what a chip stands for. A text of which nothing is left goes with it. */
export function withoutChip(stored: readonly Evidence[], { piece, fact, text }: Chip): Evidence[] {
  const one = { evidence: stored, person: NOBODY };
  if (fact) return tidy(withoutFact(one, piece, fact).evidence);
  if (text.kind !== 'message') return [...withoutEvidence(one, piece).evidence];
  // The message goes, what was told beside it stays.
  return tidy(
    stored.map((other) => (keyOf(other) === piece && other.kind === 'text' ? { ...other, sightings: [] } : other)),
  );
}

const tidy = (evidence: readonly Evidence[]): Evidence[] =>
  evidence.filter((one) => one.kind !== 'text' || one.sightings.length + one.facts.length > 0);
