/** Every single piece of evidence that the shipped data knows, for tests of the laws. */
import type { CaseData } from '../../lib/case/case-data.ts';
import { type Case, type Evidence, NOBODY, RESULTS } from '../../lib/case/evidence.ts';
import { CERTAINTIES } from '../../lib/messages.ts';

let clock = 0;

/** All sightings, answers, told things and results, each alone. */
export function everyPiece(data: CaseData): Evidence[] {
  const sightings = Object.keys(data.library.diagnoses).flatMap((diagnosis) =>
    CERTAINTIES.map((certainty): Evidence => ({
      kind: 'sighting',
      diagnosis,
      certainty,
      code: '',
      source: 'page',
      live: true,
      quotes: [],
      host: 'cashier.alipay.com',
      at: ++clock,
    })),
  );
  const answers = data.model.questions.flatMap(({ id, answers: list }) =>
    list.slice(-40).map((one): Evidence => ({ kind: 'answer', question: id, answer: one.id, at: ++clock })),
  );
  const told = data.model.tells.map((one): Evidence => ({ kind: 'told', id: one.id, from: '', at: ++clock }));
  const results = RESULTS.map((result): Evidence => ({ kind: 'result', result, at: ++clock }));
  return [...sightings, ...answers, ...told, ...results];
}

export const caseOf = (...evidence: Evidence[]): Case => ({ evidence, person: NOBODY });

/** Pieces that say that somebody looked; only they may lower the outcome. */
export function isLook(piece: Evidence, data: CaseData): boolean {
  if (piece.kind === 'told') return data.tellMarks[piece.id]?.looked !== undefined;
  if (piece.kind !== 'answer') return false;
  const key = `${piece.question}/${piece.answer}`;
  const tell = data.sameTell[key];
  return (tell ? data.tellMarks[tell] : data.answerMarks[key])?.looked !== undefined;
}
