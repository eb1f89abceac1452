/**
 * A second look at a failure whose cause the page script does not know: the words of its message, read like a text that somebody pasted.
 * The page script stays small, and what is said of the failure is the same on the hint, the badge, the popup and the call sheet.
 */
import type { Certainty, Finding } from '../messages.ts';
import type { Lookup } from './lookup-answer.ts';

export interface SecondOpinion {
  diagnosis: string;
  certainty: Certainty;
}

/** A guess from here on is worth more than "no cause is named". */
const WORTH_TELLING = 0.6;
/** A guess that money may be gone stops a person from paying: it takes more. */
const WORTH_STOPPING = 0.8;
/** With fewer letters than this beside the words that the page script knows, a message says nothing new. */
const NEW_LETTERS = 10;
/** Where the page itself says that nothing was taken, its other words are no sign that something was. */
const NOTHING_TAKEN =
  /(?:没有?|沒有?|未|不会)(?:被|产生|產生|发生)?(?:任何)?(?:扣款|扣费|扣除|扣钱)|[钱款](?:项|項)?(?:没有?|沒有?|未)(?:被)?扣|not (?:been )?charged|nothing (?:was|has been|is) (?:charged|taken)|no (?:money|payment) (?:was|has been|has) (?:taken|made|left)|pas été débité|nicht belastet|nichts abgebucht|no se (?:ha|te ha|le ha) cobrado|não foi cobrad|non è stat[oa] addebitat|не списан|لم يتم خصم|請求されていません|청구되지 않/i;

/** ... unless it also says that something may have been: "we charged nothing, but your bank may have". */
const MAYBE =
  /可能|也许|也許|或许|或許|\b(?:may|might|could)\b|peut|pourrait|könnte|vielleicht|pued|podría|quizá|può|potrebbe|forse|\bpode|talvez|может|мог|возможно|ربما|قد |可能性|かもしれ|수 있|지도/i;

const lettersOf = (text: string): number => text.replace(/[^\p{L}\p{N}]/gu, '').length;

/** How many letters a message has besides the words of families that were matched in it. */
function newLetters({ evidence }: Finding, said: string): number {
  const known = evidence.filter((one) => one.kind === 'family').map((one) => lettersOf(one.quote));
  return lettersOf(said) - Math.max(0, ...known);
}

/** Reads the lines of a message, masked, for a finding that the page script is unsure of. */
export type SecondLook = (finding: Finding, said: string) => SecondOpinion | null;

/**
 * What the words of a message say of a failure, or null where the page's own finding stands: it is more than unsure, has a code, speaks of
 * the money, or the words name no cause. Never surer than likely, because nobody listed the words.
 * @param said the lines of the message, masked
 * @param money the diagnoses that say that money is or may be gone
 * @param nameless the diagnosis of a failure without a named cause
 */
export function lookAgain(
  finding: Finding,
  said: string,
  lookup: Lookup,
  { nameless, money }: { nameless: string; money: readonly string[] },
): SecondOpinion | null {
  if (finding.certainty !== 'unsure' || finding.code || money.includes(finding.diagnosis)) return null;
  if (newLetters(finding, said) < NEW_LETTERS) return null;
  const isFree = NOTHING_TAKEN.test(said) && !MAYBE.test(said);
  const head = lookup(said).find((one) => !(isFree && money.includes(one.diagnosis)));
  if (!head || head.diagnosis === nameless || head.diagnosis === finding.diagnosis) return null;
  const least = money.includes(head.diagnosis) ? WORTH_STOPPING : WORTH_TELLING;
  if (head.certainty === 'unsure' && head.score < least) return null;
  return { diagnosis: head.diagnosis, certainty: head.certainty === 'unsure' ? 'unsure' : 'likely' };
}
