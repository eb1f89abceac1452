/** The detector as it ships, made from the library's files, so that a stale generated table cannot pass a test. */
import { makeCodeReader } from '../../lib/detect/codes.ts';
import { type Verdict, judge as judgeBy, reasonOrder } from '../../lib/detect/judge.ts';
import { type Reader, type Reason, type Stance, prepareGuards, reasonsIn } from '../../lib/detect/reasons.ts';
import { makeGate } from '../../lib/detect/gate.ts';
import { makeMatcher } from '../../lib/detect/match.ts';
import type { DetectTable } from '../../lib/detect/table.ts';
import { compileDetectTable } from '../../lib/library/compile.ts';
import { compileGate } from '../../lib/library/gate.ts';
import { readLibrary } from '../../lib/library/read.ts';

export const library = readLibrary();
export const table = compileDetectTable(library);
export const gateTable = compileGate(library, table);
export const gate = makeGate(gateTable);

/** A reader of any table: the shipped one, or one from which a test took something. */
export function readerOf(one: DetectTable): Reader {
  return { table: one, matcher: makeMatcher(one), codes: makeCodeReader(one), guards: prepareGuards(one) };
}

export const reader = readerOf(table);

/** An error box, and plain text on a page with much else on it. */
export const IN_ERROR: Stance = { place: 'alert', errorPlace: true };
export const IN_PROSE: Stance = { place: 'text', errorPlace: false };

export const reasonsFor = (text: string, stance: Stance = IN_ERROR, using: Reader = reader): Reason[] =>
  reasonsIn(text, stance, using);

/** The judge with the shipped roles, and its order. */
export const judge = (reasons: readonly Reason[]): Verdict | null => judgeBy(reasons, table.roles);
export const compareReasons = reasonOrder(table.roles);

/** What the detector says of one text. */
export const verdictOn = (text: string, stance: Stance = IN_ERROR, using: Reader = reader): Verdict | null =>
  judge(reasonsFor(text, stance, using));

/** `diagnosis certainty`, or 'nothing': short enough to compare in bulk and to read in a failure. */
export function answerTo(text: string, stance: Stance = IN_ERROR, using: Reader = reader): string {
  const verdict = verdictOn(text, stance, using);
  return verdict ? `${verdict.diagnosis} ${verdict.certainty}` : 'nothing';
}

/** Every known sentence with the diagnosis it is listed under. */
export const knownSentences = library.diagnoses.flatMap(({ id, signals }) =>
  signals.flatMap((signal) =>
    signal.kind === 'sentence' ? [{ diagnosis: id as string, text: signal.text, seen: signal.seen }] : [],
  ),
);
