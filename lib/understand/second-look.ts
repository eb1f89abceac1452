/**
 * A second look at a failure whose cause the page script does not know: the words of its message, read like a text that somebody pasted.
 * The page script stays small, and what is said of the failure is the same on the hint, the badge, the popup and the call sheet.
 */
import type { Certainty, Finding } from '../messages.ts';
import type { Lookup, LookupAnswer } from './lookup-answer.ts';
import { moneyLeftIn } from './money-left.ts';

export interface SecondOpinion {
  /** None (``): the words report no failed payment. */
  diagnosis: string;
  certainty: Certainty;
}

/** What stands on the page only speaks of failing. */
export const NO_FAILURE: SecondOpinion = { diagnosis: '', certainty: 'unsure' };

/** A guess from here on is worth more than "no cause is named". */
const WORTH_TELLING = 0.7;
/** A guess that money may be gone stops a person from paying: it takes more. */
const WORTH_STOPPING = 0.7;
/**
 * From here on the whole message outranks a family that heard a part of it: "declined: the card was tried five times this hour". On 440
 * failing pages of five rounds it mended six and spoiled none.
 */
const WORTH_CORRECTING = 0.8;
/** From here on a reason is worth more than that none was given. */
const WORTH_EXPLAINING = 0.6;
/** With fewer letters than this beside the words that the page script knows, a message says nothing new. */
const NEW_LETTERS = 10;
/** Where the page itself says that nothing was taken, its other words are no sign that something was. */
const NOTHING_TAKEN =
  /(?:没[有能]?|沒[有能]?|未能?|不会)(?:被|产生|產生|发生)?(?:任何)?(?:扣款|扣费|扣除|扣钱)|[钱款](?:项|項)?(?:没[有能]?|沒[有能]?|未能?)(?:被)?扣|not (?:been )?charged|nothing (?:was|has been|is) (?:charged|taken)|no (?:money|payment) (?:was|has been|has) (?:taken|made|left)|pas été débité|nicht belastet|nichts abgebucht|no se (?:ha|te ha|le ha) cobrado|não foi cobrad|non è stat[oa] addebitat|не списан|لم يتم خصم|請求されていません|청구되지 않|(?:chưa|không) (?:bị )?trừ|(?:ยัง)?ไม่(?:ถูก|มีการ)หัก|(?:belum|tidak) (?:ada )?(?:ter|di)(?:potong|debet|debit|tagih)|niet (?:afgeschreven|belast)|nie (?:obciąż|pobra)|(?:çekil|tahsil edil)me/i;

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
export type SecondLook = (finding: Finding, said: string, doubtful?: boolean) => SecondOpinion | null;

/** What a second look needs to know of the library. */
export interface SecondLookRules {
  /** The diagnosis of a failure without a named cause. */
  nameless: string;
  /** The diagnoses that say that money is or may be gone. */
  money: readonly string[];
  /** Those in which somebody said no and gave no reason. */
  unexplained: readonly string[];
}

/** The first reading of a message; where it says that nothing was taken, the first that does not say otherwise. */
function headOf(said: string, lookup: Lookup, money: readonly string[]): LookupAnswer | undefined {
  const isFree = NOTHING_TAKEN.test(said) && !MAYBE.test(said) && moneyLeftIn(said) === null;
  return lookup(said).find((one) => !(isFree && money.includes(one.diagnosis)));
}

/** The reading of all lines; where that is no more than a guess, and not about the money, the message's own line if it is sure of a cause. */
function surestOf(said: string, lookup: Lookup, money: readonly string[]): LookupAnswer | undefined {
  const whole = headOf(said, lookup, money);
  const [own = ''] = said.split('\n');
  if (own === said || (whole && (whole.certainty !== 'unsure' || money.includes(whole.diagnosis)))) return whole;
  const alone = headOf(own, lookup, money);
  return alone && alone.certainty !== 'unsure' ? alone : whole;
}

/**
 * What the words of a message say of a failure, or null where the page's own finding stands: it is exact, has a code, speaks of the
 * money, or the words name no cause. What families heard gives way only to a reading that is sure. Never surer than likely, because nobody
 * listed the words.
 * @param said the lines of the message, masked
 */
export function lookAgain(
  finding: Finding,
  said: string,
  lookup: Lookup,
  { nameless, money, unexplained }: SecondLookRules,
): SecondOpinion | null {
  if (finding.certainty === 'exact' || finding.code || money.includes(finding.diagnosis)) return null;
  if (newLetters(finding, said) < NEW_LETTERS) return null;
  const head = surestOf(said, lookup, money);
  if (!head || head.diagnosis === nameless || head.diagnosis === finding.diagnosis) return null;
  if (finding.certainty === 'likely') {
    const isHeard = finding.evidence.length > 0 && finding.evidence.every((one) => one.kind === 'family');
    const isSurer = head.certainty !== 'unsure' && head.score >= WORTH_CORRECTING;
    // "The bank said no, because this code is not the card's": the reason is the news.
    if (isHeard && unexplained.includes(finding.diagnosis) && !money.includes(head.diagnosis))
      return head.score >= WORTH_EXPLAINING
        ? { diagnosis: head.diagnosis, certainty: isSurer ? 'likely' : 'unsure' }
        : null;
    // What stands around a message (a rule of the page) does not correct what a line says by itself.
    const isSaid = (line: string): boolean => {
      const alone = headOf(line, lookup, money);
      return alone?.diagnosis === finding.diagnosis && alone.certainty !== 'unsure';
    };
    if (isSurer && said.includes('\n') && said.split('\n').some(isSaid)) return null;
    return isHeard && isSurer ? { diagnosis: head.diagnosis, certainty: 'likely' } : null;
  }
  const least = money.includes(head.diagnosis) ? WORTH_STOPPING : WORTH_TELLING;
  if (head.certainty === 'unsure' && head.score < least) return null;
  return { diagnosis: head.diagnosis, certainty: head.certainty === 'unsure' ? 'unsure' : 'likely' };
}

/** Whether it is a failure at all is asked of pages that are mostly none: it takes most. */
const WORTH_BELIEVING = 0.6;
/** Words of paying: a picture that could not be uploaded, or a session that ended, is no payment. */
const PAYING =
  /付|扣[款费費]|交易|[银銀]行|卡|支払|決済|カード|결제|카드|은행|승인|\bpa(?:y|id)|card|charge|transaction|purchase|\bbank|issuer|debit|paiement|payer|carte|banque|zahl|karte|\bpag[oau]|tarjeta|cobr|cart[aã]o?\b|banc|плат|карт|банк|دفع|بطاق|خصم|بنك|thanh toán|thẻ|bayar|kartu|\bkad\b|ชำระ|จ่าย|บัตร|öde|kart|płat|betal|kaart/i;

/**
 * Whether words that the page script does not know tell of a failed payment, and of which: null where that is not sure, or where what
 * tells it speaks of no payment ("the picture could not be uploaded").
 * @param said the lines of the message, masked
 */
export function lookDoubtfully(
  said: string,
  lookup: Lookup,
  { money }: Pick<SecondLookRules, 'money'>,
): SecondOpinion | null {
  const head = surestOf(said, lookup, money);
  if (!head || (head.certainty === 'unsure' && head.score < WORTH_BELIEVING)) return null;
  const [first = ''] = said.split('\n');
  if (!PAYING.test(first) && !PAYING.test(head.matched[0] ?? '')) return null;
  return { diagnosis: head.diagnosis, certainty: head.certainty === 'unsure' ? 'unsure' : 'likely' };
}

/** What the library knows of a diagnosis that bounds a second look. */
export interface SecondLookBounds {
  isKnown(diagnosis: string): boolean;
  /** Whether it says that nothing was paid. */
  isNotPaid(diagnosis: string): boolean;
}

/**
 * What a finding is after the second look at its words, or null where they report no failure, or where only they could have told one and
 * did not. Words alone never make less of the money than the page does.
 * @param opinion what the second look gave; null where it leaves the finding as it is, or could not be taken
 * @param doubtful nothing known was said: without an opinion it is no failure
 */
export function afterSecondLook(
  told: Finding,
  opinion: SecondOpinion | null,
  doubtful: boolean,
  { isKnown, isNotPaid }: SecondLookBounds,
): Finding | null {
  if (opinion?.diagnosis === NO_FAILURE.diagnosis) return null;
  const isLower = opinion !== null && isNotPaid(opinion.diagnosis) && !isNotPaid(told.diagnosis);
  if (!opinion || !isKnown(opinion.diagnosis) || isLower) return doubtful ? null : told;
  return { ...told, ...opinion };
}
