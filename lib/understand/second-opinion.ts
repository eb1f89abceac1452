/**
 * Two opinions, one answer: the patterns (precise, for what is listed) and the learned reader (for what nobody listed). A printed code
 * or a whole known sentence stands; otherwise the learned reader, which has the patterns' answer among its features, ranks. How sure
 * the words on screen may be follows from how often such a chance was right on texts that were not trained on (docs/accuracy.md).
 */
import type { DiagnosisId } from '../library/schema.ts';
import type { Certainty } from '../messages.ts';
import { clausesOf } from './learned/clauses.ts';
import { type LearnedReader, NOTHING } from './learned/reader.ts';
import { LOOKUP_LIMIT, type Lookup, type LookupAnswer } from './lookup-answer.ts';

/** Such a chance was right in more than nine of ten unseen texts. */
const LIKELY = 0.9;
/** The same where the patterns say so too. */
const LIKELY_WITH_PATTERNS = 0.5;
/** The patterns' own "likely" stands against a weak second opinion. */
const PATTERNS_STAND = 0.75;
/** Below this nothing is said; where the patterns hear nothing either, more is wanted. */
const SAYS_SOMETHING = 0.3;
/** No failure at least this likely: silence. */
const SILENT = 0.5;
/** Other causes are told as possibilities from here on. */
const ALSO = 0.08;
const MOST = 5;
/** Texts longer than this tell more than the one message that is quoted in them. */
const STORY = 160;

/**
 * Joins the two. Never throws; anything but text gives no answer.
 * @param nameless the diagnosis of a failure without a named cause: never more than unsure
 * @param money diagnoses that speak of the money: in a story they outrank even a quoted message
 */
export function withSecondOpinion(
  patterns: Lookup,
  learned: LearnedReader,
  { nameless, money }: { nameless: string; money: readonly string[] },
): Lookup {
  return (input) => {
    const text = typeof input === 'string' ? input.slice(0, LOOKUP_LIMIT).normalize('NFKC').trim() : '';
    const listed = patterns(text);
    if (text.length < 2) return [];
    const chances = learned.causes(text, listed);
    const ranked = [...chances].filter(([name]) => name !== NOTHING).sort((a, b) => b[1] - a[1]);
    const [best, chance] = ranked[0] ?? ['', 0];
    const first = listed[0];
    const speaksOfMoney = money.includes(best) && chance >= PATTERNS_STAND;
    const isQuote = text.length > STORY && speaksOfMoney && !money.includes(first?.diagnosis ?? '');
    if (first && (first.certainty === 'exact' || first.code) && !isQuote) return listed;
    const nothing = chances.get(NOTHING) ?? 0;
    if (!first && (nothing >= SILENT || chance < SAYS_SOMETHING)) return [];
    if (first && first.certainty !== 'unsure' && first.diagnosis !== best && chance < PATTERNS_STAND)
      return [first, ...others(ranked, first.diagnosis)].slice(0, MOST);
    const agreed = listed.find((one) => one.diagnosis === best);
    const sure = chance >= (agreed && agreed.certainty !== 'unsure' ? LIKELY_WITH_PATTERNS : LIKELY);
    const certainty: Certainty = sure && best !== nameless && nothing < SILENT ? 'likely' : 'unsure';
    const head: LookupAnswer = {
      diagnosis: best as DiagnosisId,
      certainty,
      score: chance,
      matched: agreed?.matched ?? [tellingClause(text, best, learned)],
      ...(agreed?.code ? { code: agreed.code } : {}),
    };
    return [head, ...others(ranked, best)].slice(0, MOST);
  };

  function others(ranked: readonly [string, number][], head: string): LookupAnswer[] {
    return ranked
      .filter(([name, chance]) => name !== head && chance >= ALSO)
      .map(([name, chance]) => ({ diagnosis: name as DiagnosisId, certainty: 'unsure', score: chance, matched: [] }));
  }
}

/** The clause that speaks most for a cause, to be marked in what was typed. */
function tellingClause(text: string, cause: string, learned: LearnedReader): string {
  const clauses = clausesOf(text).slice(0, 20);
  if (clauses.length < 2) return text.slice(0, 200);
  const chanceOf = (clause: string): number => learned.causes(clause, []).get(cause) ?? 0;
  return clauses.reduce((best, clause) => (chanceOf(clause) > chanceOf(best) ? clause : best));
}
