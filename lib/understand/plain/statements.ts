/** What a text states, clause by clause: folded for comparing, with the words as typed, and whether it is asked. */
import { bothEnds, MOST_TEXT } from '../both-ends.ts';
import { clausesOf } from '../learned/clauses.ts';
import { fold } from './fold.ts';

export interface Statement {
  /** As typed. */
  words: string;
  folded: string;
  /** A question mark stands behind it. */
  asked: boolean;
  /** Where it stands in the text (of a boundless one, in its two ends), or -1. */
  from: number;
}

const MOST_CLAUSES = 4_000;
/** 成功: in some scripts two signs say it. */
const SHORTEST = 2;
/** A clause beyond this is no clause; what is stated stands at its end or nowhere. */
const LONGEST = 600;

/** "And" with a new speaker: "My bank says it is Alipay and Alipay says it is my bank". */
export const AND =
  /(?<=.{15}) (?:and|und|et|y|e|и|و)\s?(?=(?:in |en |em |su |dans |sur |bei |auf |no |na |nel |в |at )?(?:the |my |la |le |l'|il |meine |die |el |mi |o |a |ma |mon )?(?:alipay|bank|banco|banca|banque|issuer|банк|البنك|علي|the shop))/iu;

/** The statements of a text, in order. The whole text is read, in linear time. */
export function statementsOf(text: string): Statement[] {
  const whole = bothEnds(text, MOST_TEXT);
  let next = 0;
  return clausesOf(whole, MOST_CLAUSES, SHORTEST)
    .flatMap((clause) => clause.split(AND))
    .map((words) => {
      const at = whole.indexOf(words, next);
      next = at < 0 ? next : at + words.length;
      const asked = at >= 0 && /^[\s"”»)]*[?？؟]/.test(whole.slice(next, next + 4));
      return { words, folded: fold(words.slice(-LONGEST)), asked, from: at };
    });
}
