/**
 * Two opinions, one answer: the patterns (precise, for what is listed) and the learned reader (for what nobody listed). A printed code
 * or a whole known sentence stands; otherwise the learned reader, which has the patterns' answer among its features, ranks. How sure
 * the words on screen may be follows from how often such a chance was right on texts that were not trained on (docs/accuracy.md).
 */
import type { DiagnosisId } from '../library/schema.ts';
import type { FactWeights } from '../library/fact-weights.ts';
import type { Certainty } from '../messages.ts';
import { clausesOf } from './learned/clauses.ts';
import { type LearnedFact, type LearnedReader, NOTHING } from './learned/reader.ts';
import type { Lookup, LookupAnswer } from './lookup-answer.ts';
import { MOST, moneyFirst, SAID_PLAINLY } from './money-first.ts';
import { isAllWell } from './plain/all-well.ts';
import { isAnotherDeed } from './plain/another-deed.ts';
import { isAnothers } from './plain/another-service.ts';
import { isNoReport } from './plain/no-report.ts';
import { declineCodeIn } from './plain/decline-code.ts';
import { reasonGiven } from './plain/reason-given.ts';
import { isOnlyAsked, isOnlyBlame } from './plain/only-asked.ts';
import { fold } from './plain/fold.ts';
import { ALIPAY } from './plain/words.ts';
import { messageLines } from './screen-lines.ts';
import { maskedClause, tellingClause } from './telling-clause.ts';
import { weighed } from './weigh-facts.ts';

/** Such a chance was right in more than nine of ten unseen texts. */
const LIKELY = 0.8;
/** The same where the patterns say so too. */
const LIKELY_WITH_PATTERNS = 0.5;
/** The patterns' own "likely" stands against a weak second opinion. */
const PATTERNS_STAND = 0.6;
/** Below this nothing is said; where the patterns hear nothing either, more is wanted. */
const SAYS_SOMETHING = 0.3;
/** Money that may be gone is told from here on, where it is most of what is heard. */
const WARNS = 0.4;
const MOST_OF_IT = 0.6;
/** No failure at least this likely: silence. */
const SILENT = 0.3;
/** The same against a guess of the patterns, and against what they call likely: "paid; if your card expires later …". */
const SURELY_SILENT = 0.75;
const SILENT_AGAINST = 0.9;
/** Below this the learned reader is so sure of a failure that plain words of success beside it do not make it none. */
const SURELY_FAILED = 0.01;
/** Other causes are told as possibilities from here on. */
const ALSO = 0.08;
/** A clause that so surely speaks of money that may be gone decides for the whole text; what else is told beside it is the lesser news. */
const CLAUSE_OF_MONEY = 0.93;
/** The same of the whole text, read without what the patterns said of it. */
const TEXT_OF_MONEY = 0.8;
const NOT_AGAINST = 0.1;
/** Facts that say that money is or may be gone, and those that say that none is. */
const GONE = /^(?:bank-record|bank-said)=(?:charged|held)$|^bank-message=charged$|^payment-record=(?:paid|pending)$/;
const NOT_GONE = /^bank-record=(?:nothing|reversed)$|^payment-record=not-there$/;
const FACT = 0.6;
const SURE_FACT = 0.75;
const TELLS_FACTS = 40;
/** So surely the words behind "Reason:" name a cause. */
const SURE_REASON = 0.9;
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}]/u;
/** Digits and signs inside words: so a picture is misread. */
const NOISY = /\p{L}[\d!]\p{L}/u;
/** A copy may have a title, a button or a word more around it. */
const COPY_AND_MORE = 1.5;
/** Texts longer than this tell more than the one message that is quoted in them. */
const STORY = 160;

/** ISO 8583: declined, no reason given. */
const DO_NOT_HONOUR = '05';
/** So few letters beside "payment failed" and Alipay's name say nothing; signs of words as long as a syllable say more. */
const LEFT_OVER = 6;
const LEFT_OVER_SIGNS = 2;

/** Whether a text says no more than what was matched in it. */
function saysNoMore(text: string, matched: readonly string[]): boolean {
  // Quotes leave out what stands between their words.
  const said = matched.flatMap((one) => one.split('…').map((part) => part.trim()));
  const rest = said.reduce((left, one) => left.replace(one, ' '), text);
  const left = fold(rest)
    .replace(ALIPAY, ' ')
    .replace(/[^\p{L}\p{N}]/gu, '');
  return left.length <= (UNSPACED.test(left) ? LEFT_OVER_SIGNS : LEFT_OVER);
}

/**
 * Joins the two. Never throws; anything but text gives no answer.
 * @param nameless the diagnosis of a failure without a named cause: never more than unsure
 * @param declines the cause of each decline code that means the same everywhere
 * @param trouble what lines of errors hold (places.json)
 * @param money diagnoses that speak of the money: in a story they outrank even a quoted message
 */
export function withSecondOpinion(
  patterns: Lookup & { isElsewhere: (text: string) => boolean },
  learned: LearnedReader,
  {
    nameless,
    money,
    factWeights,
    declines,
    trouble,
  }: {
    nameless: string;
    money: readonly string[];
    factWeights: FactWeights;
    declines: Readonly<Record<string, string>>;
    trouble: RegExp;
  },
): Lookup {
  const isOthers = (text: string): boolean =>
    patterns.isElsewhere(text) || (learned.causes(text, []).get(NOTHING) ?? 0) >= SURELY_SILENT;
  return moneyFirst(answersTo, isOthers, { nameless, money });

  function answersTo(input: string): readonly LookupAnswer[] {
    const text = input.normalize('NFKC').trim();
    const listed = patterns(text);
    if (text.length < 2 || !/[\p{L}\p{N}]/u.test(text)) return [];
    if (!listed.length && patterns.isElsewhere(text)) return [];
    const heard = messageLines(text, trouble);
    if (!heard) return listed;
    const chances = learned.causes(heard, listed);
    const facts = text.length >= TELLS_FACTS ? learned.facts(text).filter((one) => one.chance >= FACT) : [];
    const gone = moneyGone(heard, chances, facts);
    const ranked = weighed(chances, facts, factWeights)
      .map(([name, chance]): [string, number] => [name, name === gone?.[0] ? Math.max(gone[1], chance) : chance])
      .sort((a, b) => b[1] - a[1] || Number(money.includes(b[0])) - Number(money.includes(a[0])));
    const [best, chance] = ranked[0] ?? ['', 0];
    const first = listed[0];
    const speaksOfMoney = money.includes(best) && chance >= PATTERNS_STAND;
    const isQuote = text.length > STORY && speaksOfMoney && !money.includes(first?.diagnosis ?? '');
    const coded = declines[declineCodeIn(text) ?? ''];
    // "Do not honour" says no more than that it was refused, and what is said in words may say more than a code.
    const saysMore = first && first.certainty !== 'unsure' && first.diagnosis !== declines[DO_NOT_HONOUR];
    if (coded && !saysMore && !speaksOfMoney && !(first && coded === declines[DO_NOT_HONOUR])) {
      const matched = [maskedClause(text, text)];
      const named: LookupAnswer = {
        diagnosis: coded as DiagnosisId,
        certainty: 'likely',
        score: SAID_PLAINLY,
        matched,
      };
      return [named, ...others(ranked, coded)].slice(0, MOST);
    }
    if (first && (first.certainty === 'exact' || first.code) && !isQuote) return listed;
    if (!money.includes(best) && !first?.copy && isOnlyAsked(text, trouble)) return [];
    const nothing = chances.get(NOTHING) ?? 0;
    if (first?.diagnosis === nameless && !first.copy && saysNoMore(text, first.matched)) return listed;
    if (!first?.copy && reportsNothing(text, nothing)) return [];
    const given = reasonGiven(text);
    const reason = given === null || speaksOfMoney ? null : causeOf(given);
    if (given !== null && reason !== null) {
      const head: LookupAnswer = {
        diagnosis: reason as DiagnosisId,
        certainty: 'likely',
        score: SAID_PLAINLY,
        matched: [maskedClause(given, given)],
      };
      return [head, ...others(ranked, reason)].slice(0, MOST);
    }
    // A photographed or mistyped copy of a known message and little else is that message.
    const isCopy =
      first?.copy !== undefined && (first.certainty === 'unsure' ? text : heard).length <= COPY_AND_MORE * first.copy;
    if (isCopy && (first.certainty !== 'unsure' || nothing < SILENT_AGAINST || NOISY.test(text))) return listed;
    if (!first && !warnsOfMoney(chances) && (nothing >= SILENT || chance < SAYS_SOMETHING)) return [];
    if (
      first &&
      !listed.some((one) => money.includes(one.diagnosis)) &&
      nothing >= (first.certainty === 'unsure' ? SURELY_SILENT : SILENT_AGAINST)
    )
      return [];
    if (first && first.certainty !== 'unsure' && first.diagnosis !== best && chance < PATTERNS_STAND)
      return [first, ...others(ranked, first.diagnosis)].slice(0, MOST);
    const agreed = listed.find((one) => one.diagnosis === best);
    const sure = chance >= (agreed && agreed.certainty !== 'unsure' ? LIKELY_WITH_PATTERNS : LIKELY);
    const certainty: Certainty = sure && best !== nameless && nothing < SILENT ? 'likely' : 'unsure';
    const head: LookupAnswer = {
      diagnosis: best as DiagnosisId,
      certainty,
      score: chance,
      matched: agreed?.matched ?? [tellingClause(heard, best, learned)],
      ...(agreed?.code ? { code: agreed.code } : {}),
    };
    return [head, ...others(ranked, best)].slice(0, MOST);
  }

  /** The cause that a few words surely name, by both readers where both know them, or null. */
  function causeOf(words: string): string | null {
    const [listed] = patterns(words);
    const chances = learned.causes(words, listed ? [listed] : []);
    const [best, chance] = [...chances].reduce((one, other) => (other[1] > one[1] ? other : one));
    if (best === NOTHING || best === nameless || chance < SURE_REASON) return null;
    return listed && listed.certainty !== 'unsure' && listed.diagnosis !== best ? null : best;
  }

  /** In plain words all went well, it is a guess at blame, another service's or another deed's trouble, or news and advice. */
  function reportsNothing(text: string, nothing: number): boolean {
    const isWell = nothing >= SURELY_FAILED && isAllWell(text, trouble);
    return isWell || isOnlyBlame(text) || isAnothers(text) || isAnotherDeed(text) || isNoReport(text, trouble);
  }

  /** The diagnosis of the money that a clause or a fact speaks of, or null. */
  function moneyGone(
    text: string,
    chances: ReadonlyMap<string, number>,
    facts: readonly LearnedFact[],
  ): [string, number] | null {
    const [paid, maybePaid] = money;
    if (!paid || !maybePaid || (chances.get(NOTHING) ?? 0) >= SILENT) return null;
    if (facts.some((one) => NOT_GONE.test(one.fact))) return null;
    const fact = facts.filter((one) => GONE.test(one.fact)).reduce((best, one) => Math.max(best, one.chance), 0);
    let found: [string, number] | null =
      fact >= SURE_FACT && (chances.get(maybePaid) ?? 0) + (chances.get(paid) ?? 0) >= 0.005 ? [maybePaid, fact] : null;
    const clauses = clausesOf(text);
    for (const clause of [...(clauses.length > 1 ? clauses : []), text]) {
      if (clause.length < TELLS_FACTS / 2) continue;
      const inClause = learned.causes(clause, []);
      const [name, chance] = [paid, maybePaid]
        .map((one): [string, number] => [one, inClause.get(one) ?? 0])
        .reduce((best, one) => (one[1] > best[1] ? one : best));
      // A clause alone may be cut out of its sense: the whole text must not speak against it.
      if (
        chance >= (clause === text ? TEXT_OF_MONEY : CLAUSE_OF_MONEY) &&
        (chances.get(name) ?? 0) >= NOT_AGAINST &&
        chance > (found?.[1] ?? 0)
      )
        found = [name, Math.min(chance, PATTERNS_STAND)];
    }
    return found;
  }

  /** Where money may be gone a false alarm costs less than a miss. */
  function warnsOfMoney(chances: ReadonlyMap<string, number>): boolean {
    const gone = money.reduce((sum, one) => sum + (chances.get(one) ?? 0), 0);
    return gone >= WARNS && gone >= MOST_OF_IT * (1 - (chances.get(NOTHING) ?? 0));
  }

  function others(ranked: readonly [string, number][], head: string): LookupAnswer[] {
    return ranked
      .filter(([name, chance]) => name !== head && chance >= ALSO)
      .map(([name, chance]) => ({ diagnosis: name as DiagnosisId, certainty: 'unsure', score: chance, matched: [] }));
  }
}
