/**
 * The lookup: a pasted or typed message, code or description -> ranked diagnoses, or nothing when it does not tell of a failed
 * payment. The same patterns as on the page read it first; likeness to known messages catches what noise has spoiled.
 */
import { makeCodeReader } from '../detect/codes.ts';
import { judge, reasonOrder } from '../detect/judge.ts';
import { type Reader, type Reason, prepareGuards, reasonsIn } from '../detect/reasons.ts';
import type { Hear } from '../detect/hear.ts';
import { makeMatcher } from '../detect/match.ts';
import type { DetectTable, LookupData } from '../detect/table.ts';
import type { DiagnosisId } from '../library/schema.ts';
import type { Sayings } from '../library/spoken.ts';
import type { Certainty } from '../messages.ts';
import { bothEnds } from './both-ends.ts';
import { type Copy, makeCopyFinder } from './known-message.ts';
import { addAlike, SCORE, withCopy } from './likeness-answers.ts';
import { makeRepair, repairTexts } from './repair.ts';
import { makeLikeness } from './similar.ts';
import type { LearnedReader } from './learned/reader.ts';
import { withSecondOpinion } from './second-opinion.ts';
import { makeSpokenReader } from './spoken.ts';
import { LOOKUP_LIMIT, type Lookup, type LookupAnswer } from './lookup-answer.ts';

const MAX_ANSWERS = 5;
/** What somebody says did not happen is no failure: "not declined", 没有拒绝. Taken out before reading, so that what remains may still tell of one. */
const DENIED = new RegExp(
  [
    "(?:\\bnot|n['’]t|\\bnever|\\bno longer) (?:yet |been |being |get |got ){0,2}(?:declined|rejected|refused|blocked|frozen|locked|expired|closed|cancell?ed)\\b",
    '(?:没有?|并?未|不是|从未)被?(?:拒绝|拒付|冻结|锁定|过期|关闭|取消)|没有任何(?:限制|拦截|冻结)',
    '(?:nicht|nie) (?:gesperrt|abgelehnt|abgelaufen|blockiert)(?!\\p{L})|(?<!\\p{L})keine? (?:sperre|sperrung|ablehnung)(?!\\p{L})',
    '(?:pas|jamais) (?:été )?(?:bloquée?|refusée?|expirée?)(?!\\p{L})|aucun (?:blocage|refus)(?!\\p{L})',
    '(?<!\\p{L})no (?:está|fue|ha sido|estaba) (?:bloquead|rechazad|caducad|vencid)[ao](?!\\p{L})|ning[uú]n bloqueo',
    'não (?:está|foi|estava) (?:bloquead|recusad|vencid)[ao](?!\\p{L})|nenhum bloqueio',
    'non (?:è|era|è stata) (?:bloccat|rifiutat|scadut)[ao](?!\\p{L})|nessun blocco',
    '(?<!\\p{L})не (?:заблокирован|отклон[её]н|просрочен)[аоы]?(?!\\p{L})|(?:ليست|ليس|غير) (?:محظور|محجوب|مرفوض|منتهي)ة?',
    '(?:拒否|ブロック|停止)されて(?:は)?い(?:ない|ません)|(?:차단|거절|정지)(?:이|가|은|는|된 것도|된 건)? ?(?:없|아니)',
  ].join('|'),
  'giu',
);
/** A text that begins with a condition tells what to do in case, not what happened. */
const CONDITION = /^\s*(?:if\b|in case\b|should\b|如果|若|一旦|假如|万一)/i;
/** "Card" alone does not make a text one about paying: there are SIM cards and library cards, and visas of embassies. */
const CARD_WORD = /\bcards?\b|卡|\bvisa\b|\bcarte\b|karte|tarjeta|карт|カード|카드/gi;

const HAN = /[\u3040-\u9fff\uac00-\ud7af]/;
const PAYER_STEP = /sms code|face check|face verification|payment password|\botp\b|do.?not.?hono|system (?:is )?busy/i;

/** Makes the lookup from compiled data. The result never throws; anything but text gives no answer. */
export function makePatternLookup(
  table: DetectTable,
  data: LookupData & { sayings: Sayings },
  hear?: Hear,
): Lookup & { isElsewhere: (text: string) => boolean } {
  const reader: Reader = {
    table,
    matcher: makeMatcher(table),
    codes: makeCodeReader(table),
    guards: neverGuards(prepareGuards(table)),
    hear,
  };
  const { nameless } = table.roles;
  const order = reasonOrder(table.roles);
  const [shared, generic, needsTopic] = [data.wording.shared, data.wording.generic, data.wording.needsTopic].map(
    (ids) => new Set(ids),
  ) as [Set<string>, Set<string>, Set<string>];
  const told = makeSpokenReader(data.sayings, reader);
  const success = new RegExp(table.guards.success, 'i');
  const topic = new RegExp(data.topic, 'i');
  const elsewhere = new RegExp(data.elsewhere, 'i');
  const ordinary = new RegExp(data.ordinary, 'i');
  const repair = makeRepair(table.words.split('\n'), repairTexts(table, data), reader.matcher.fold);
  const fold = (text: string): string => {
    const { units, length, at } = reader.matcher.fold(text);
    let out = '';
    for (let i = 0; i < length; i++) {
      // Word gaps matter for likeness.
      if (i > 0 && at[i]! - at[i - 1]! > 1) out += ' ';
      out += String.fromCharCode(units[i]!);
    }
    return out;
  };
  const alike = makeLikeness(data.known, fold);
  const copiesOf = makeCopyFinder(data.known, (text) => fold(text).replaceAll(' ', ''), new Set(table.words));

  const isElsewhere = (text: string): boolean => elsewhere.test(text) && !topic.test(text.replace(CARD_WORD, ' '));
  return Object.assign(look, { isElsewhere });

  function look(input: string): LookupAnswer[] {
    // Photographed and copied text has ligatures, radicals and half-width signs in it.
    // An empty line parts what is not one sentence, as a title and the message below it in a picture that was read.
    const whole =
      typeof input === 'string'
        ? bothEnds(input, LOOKUP_LIMIT)
            .normalize('NFKC')
            .trim()
            .replace(/\n\s*\n/g, '。\n')
        : '';
    const text = whole.replace(DENIED, ' … ');
    if (text.length < 2) return [];
    const aboutPaying = topic.test(text);
    // Other cards and other software; a word about paying beside "card" itself makes it ours again.
    if (isElsewhere(text)) {
      hear?.('topic', text, 'elsewhere');
      return [];
    }
    if (text !== whole) hear?.('topic', whole, 'denied');
    if (!aboutPaying) hear?.('topic', text, 'no word about paying');
    // What healthy pages say resembles the messages about paid orders and open steps.
    const healthy = ordinary.test(text) || success.test(text);
    if (healthy) hear?.('topic', text, 'ordinary');
    // What was denied leaves a hole, and what has holes resembles many messages.
    const resembles = !healthy && text === whole;
    const copies = resembles ? copiesOf(text) : [];
    const spoken = healthy ? [] : told(text).filter((one) => aboutPaying || !needsTopic.has(one.diagnosis));
    const answers = read(text, aboutPaying, spoken);
    if (answers.some((one) => one.certainty !== 'unsure'))
      return finish(withCopy(contest(answers, spoken, text, copies[0]), copies, nameless));
    const repaired = repair(text);
    if (repaired !== text) {
      // A repaired reading is a good guess, never a certainty.
      for (const one of read(repaired, aboutPaying || topic.test(repaired), [])) {
        if (one.diagnosis === nameless && answers.length) continue;
        const there = answers.findIndex((other) => other.diagnosis === one.diagnosis);
        if (there >= 0) answers.splice(there, 1);
        answers.push({
          ...one,
          certainty: one.certainty === 'exact' ? 'likely' : one.certainty,
          score: Math.min(one.score, 0.75),
        });
      }
    }
    if (answers.some((one) => one.certainty !== 'unsure') || saysNoMore(answers, text))
      return finish(withCopy(answers, copies, nameless));
    if (resembles && (aboutPaying || HAN.test(text))) addAlike(answers, alike(repaired), nameless);
    return finish(withCopy(answers, copies, nameless));
  }

  function read(text: string, aboutPaying: boolean, spoken: readonly Reason[]): LookupAnswer[] {
    const reasons = messagesIn(text).filter((one) => isAboutPaying(one, text, aboutPaying));
    // A code or a known sentence says more than anything around it.
    if (reasons.every((one) => one.kind === 'family')) reasons.push(...spoken);
    const failure = reasons.some((one) => one.kind === 'code');
    if (ordinary.test(text) && !failure) return [];
    if (success.test(text) && !reasons.some((one) => one.certainty !== 'unsure' || one.kind === 'code')) return [];
    const answers = fromReasons(
      CONDITION.test(text)
        ? reasons.map((one) => (one.kind === 'family' ? { ...one, certainty: 'unsure' as const } : one))
        : reasons,
    );
    // Without a word about paying it may be any software that speaks so.
    return aboutPaying
      ? answers
      : answers.map((one) =>
          reasons.some((reason) => reason.kind !== 'family')
            ? one
            : { ...one, certainty: 'unsure', score: Math.min(one.score, SCORE.unsure) },
        );
  }

  function messagesIn(text: string): Reason[] {
    return reasonsIn(text, { place: 'typed', errorPlace: true }, reader, true);
  }

  /** What was only told is no more than a guess when a message in the same text, or one that it is a copy of, says another thing. */
  function contest(
    answers: LookupAnswer[],
    spoken: readonly Reason[],
    text: string,
    copy: Copy | undefined,
  ): LookupAnswer[] {
    const [first, ...others] = answers;
    if (!first || !spoken.some((one) => one.diagnosis === first.diagnosis)) return answers;
    const messages = messagesIn(text).filter((one) => one.certainty !== 'unsure');
    if (messages.some((one) => one.diagnosis === first.diagnosis)) return answers;
    if (!messages.length && (!copy || copy.diagnosis === first.diagnosis)) return answers;
    return [{ ...first, certainty: 'unsure' }, ...others];
  }

  function finish(answers: LookupAnswer[]): LookupAnswer[] {
    return answers.sort((a, b) => b.score - a.score).slice(0, MAX_ANSWERS);
  }

  /** A bare "payment failed" resembles every message that also names a cause; it names none itself. */
  function saysNoMore(answers: readonly LookupAnswer[], text: string): boolean {
    const bare = answers.find((one) => one.diagnosis === nameless);
    const plain = (one: string): number => one.replace(/[^\p{L}\p{N}]/gu, '').length;
    return bare !== undefined && plain(text) <= Math.max(...bare.matched.map(plain)) + 16;
  }

  function isAboutPaying(reason: Reason, text: string, aboutPaying: boolean): boolean {
    if (reason.kind !== 'family' || aboutPaying || !shared.has(reason.diagnosis)) return true;
    const may = text.length <= 60 && (HAN.test(text) || !generic.has(reason.diagnosis) || PAYER_STEP.test(text));
    if (!may) hear?.('topic', text, `shared wording of ${reason.rule}`);
    return may;
  }

  function fromReasons(reasons: readonly Reason[]): LookupAnswer[] {
    const verdict = judge(reasons, table.roles);
    if (!verdict) return [];
    const groups = new Map<string, Reason[]>();
    for (const reason of [...reasons].sort(order)) {
      const group = groups.get(reason.diagnosis);
      if (group) group.push(reason);
      else groups.set(reason.diagnosis, [reason]);
    }
    return [...groups].map(([diagnosis, group], place) => {
      const first = diagnosis === verdict.diagnosis;
      // What did not win is a possibility, however sure it looked by itself.
      const certainty: Certainty = first ? verdict.certainty : 'unsure';
      const score = first ? SCORE[certainty] + 0.1 : Math.max(0.05, SCORE[certainty] - 0.05 * place);
      const code = group.find((one) => one.code)?.code;
      const matched = [...new Set(group.map((one) => one.quote))].slice(0, 3);
      return {
        diagnosis: diagnosis as DiagnosisId,
        certainty,
        score,
        matched,
        ...(code ? { code } : first && verdict.code ? { code: verdict.code } : {}),
      };
    });
  }
}

/** A typed question or condition is still about the failure that the person met. */
function neverGuards(guards: Reader['guards']): Reader['guards'] {
  const never = /(?!)/g;
  return { ...guards, before: never, after: never, anywhere: never, doubt: never };
}

/** The lookup that ships: the patterns and, where it is given, the learned reader. */
export function makeLookup(
  table: DetectTable,
  data: LookupData & { sayings: Sayings },
  learned?: LearnedReader,
  hear?: Hear,
): Lookup {
  const patterns = makePatternLookup(table, data, hear);
  const { nameless, paid, maybePaid } = table.roles;
  return learned
    ? withSecondOpinion(patterns, learned, {
        nameless,
        money: [paid, maybePaid],
        factWeights: data.factWeights,
        declines: data.declines,
        trouble: new RegExp(table.places.trouble, 'i'),
      })
    : patterns;
}
