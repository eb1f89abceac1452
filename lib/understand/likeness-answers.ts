/** What likeness to known messages adds to the answers that the patterns gave. */
import type { DiagnosisId } from '../library/schema.ts';
import type { Certainty } from '../messages.ts';
import { type Copy, closeness } from './known-message.ts';
import type { LookupAnswer } from './lookup-answer.ts';
import type { Likeness } from './similar.ts';

/** How high an answer stands by its certainty, from 0 to 1. */
export const SCORE: Record<Certainty, number> = { exact: 1, likely: 0.8, unsure: 0.45 };
/** Likeness from which a text counts as a noisy copy of a known message; below the second value it says nothing. */
const COPY = 0.72;
const RESEMBLES = 0.5;
/** From here on a noisy copy of a known message is nearly that message. */
const NEARLY = 0.84;
/** How much of a message it takes to outrank patterns, and to be likely. */
const WHOLE = 0.7;
const HALF = 0.4;
/** A piece of a message this long (in letters, a Han character counting three) that differs nowhere is of that message. */
const LONG = 36;
/** By so much the best message must be nearer than the best of another diagnosis. */
const APART = 0.04;

/** Puts the message that a text is a noisy copy of first, unless a code or a whole sentence said more. */
export function withCopy(answers: LookupAnswer[], [best, rival]: readonly Copy[], nameless: string): LookupAnswer[] {
  if (!best || answers.some((one) => one.certainty === 'exact' || one.code)) return answers;
  // Cut from advice that many messages give, it may be any of them.
  if (rival && closeness(best) - closeness(rival) < APART) return answers;
  const sure = answers.some((one) => one.certainty !== 'unsure');
  const isPiece = best.match === 1 && best.weight >= LONG && best.part >= HALF;
  if (sure && !isPiece && (best.match < NEARLY || best.part < WHOLE)) return answers;
  const certainty: Certainty =
    best.diagnosis !== nameless && best.match >= NEARLY && best.part >= HALF && !best.otherwise ? 'likely' : 'unsure';
  const others = answers
    .filter((one) => one.diagnosis !== best.diagnosis)
    .map((one): LookupAnswer => ({ ...one, certainty: 'unsure', score: Math.min(one.score, SCORE.unsure) }));
  return [
    {
      diagnosis: best.diagnosis as DiagnosisId,
      certainty,
      score: (certainty === 'likely' ? 0.7 : 0.5) + best.match / 10,
      matched: [best.text],
      copy: best.text.length,
    },
    ...others,
  ];
}

/** Adds what a text resembles, as a guess or, where it resembles it much, as likely. Changes the list. */
export function addAlike(answers: LookupAnswer[], found: readonly Likeness[], nameless: string): void {
  for (const { diagnosis, score, text } of found) {
    if (score < RESEMBLES) continue;
    const certainty: Certainty = score >= COPY ? 'likely' : 'unsure';
    const value = score >= COPY ? 0.7 + score / 10 : 0.4 + score / 5;
    const there = answers.find((one) => one.diagnosis === diagnosis);
    if (there) there.score = Math.max(there.score, value);
    else
      answers.push({
        diagnosis: diagnosis as DiagnosisId,
        certainty: diagnosis === nameless ? 'unsure' : certainty,
        score: value,
        matched: [text],
        ...(score >= COPY ? { copy: text.length } : {}),
      });
  }
}
