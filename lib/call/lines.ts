/**
 * What is said on a card, in one language: the line and the facts that belong to it. Also the times of a call, which are told
 * in China time and in the zone of the bank, because the bank's log shows its own.
 */
import { say, type Locale, type Words } from '../i18n/index.ts';
import type { CallCard, CallPlan } from './script.ts';
import { zoneName } from './zones.ts';

export { zoneName } from './zones.ts';

/** The words of one language with its tag. */
export interface Tongue {
  tag: Locale;
  words: Words;
}

/** What the user knows and writes down. Empty strings and null are unknown. */
export interface CallFacts {
  /** When the payment failed: milliseconds since 1970, UTC. */
  at: number | null;
  /** IANA name of the bank's time zone. */
  zone: string;
  /** As typed, with its currency. */
  amount: string;
  /** The same amount in the payer's own currency, as typed. */
  home?: string;
  /** The card's last four digits; anything else is not said. */
  lastFour?: string;
  /** Code printed on Alipay's page. */
  code: string;
  agent: string;
  reference: string;
  callTime: string;
  text: string;
}

export const CHINA = 'Asia/Shanghai';

/** Whether the browser knows a time zone by this name. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone !== '';
  } catch {
    return false;
  }
}

/** Day and time in a zone, as people of that language write them. */
export function clockIn(at: number, zone: string, tag: string): string {
  return new Intl.DateTimeFormat(tag, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(at);
}

/** Day and time as one says them on the phone: no year, and no day where the listener knows it (`day` false). */
export function spokenClock(at: number, zone: string, tag: string, day = true): string {
  const date = day ? ({ day: 'numeric', month: 'long' } as const) : {};
  return new Intl.DateTimeFormat(tag, {
    ...date,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(at);
}

/** Whether it is the same day in a zone as in China. */
export function isChinaDay(at: number, zone: string): boolean {
  const day = (one: string) => new Intl.DateTimeFormat('en', { dateStyle: 'short', timeZone: one }).format(at);
  return day(zone) === day(CHINA);
}

/** The time on the bank's clock, with its day where that differs from China's. */
export function ownClock(at: number, zone: string, tag: string): string {
  return isChinaDay(at, zone) ? spokenClock(at, zone, tag, false) : clockIn(at, zone, tag);
}

/** Whether the clocks of a zone and of China agree at that time. */
export function isChinaClock(at: number, zone: string): boolean {
  return clockIn(at, zone, 'en') === clockIn(at, CHINA, 'en');
}

/** Opening hours written in China time ("08:00-24:00"), on the clock of another zone on the day of `at`; null when unreadable. */
export function hoursOnClock(hours: string, zone: string, at: number, tag: string): string | null {
  const found = /^(\d{2}):(\d{2})-(\d{2}):(\d{2})$/.exec(hours);
  if (!found) return null;
  // China has had one zone without summer time since 1991: always eight hours ahead of UTC.
  const day = Math.floor((at + 8 * 3_600_000) / 86_400_000) * 86_400_000 - 8 * 3_600_000;
  const clock = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone });
  const [opens, closes] = [
    [1, 2],
    [3, 4],
  ].map(([hour, minute]) => clock.format(day + Number(found[hour!]) * 3_600_000 + Number(found[minute!]) * 60_000));
  return `${opens}–${closes}`;
}

/** The name of a language in another one ("German", "德语"). */
export function languageName(of: string, tag: string): string {
  return new Intl.DisplayNames([tag], { type: 'language', languageDisplay: 'standard' }).of(of.split('-')[0]!) ?? of;
}

/**
 * The sentences of a card in one language: the line, then the facts it adds where they are known. `user` is the tag of the
 * user's own language, which the interpreter's line names. An end has none.
 */
export function linesOf(
  card: Pick<CallCard, 'id' | 'adds' | 'outcome'>,
  tongue: Tongue,
  user: string,
  facts: CallFacts,
): string[] {
  if (card.outcome !== null) return [];
  const { tag, words } = tongue;
  const lines = [say(words, `say.${card.id}`, { language: languageName(user, tag) }, tag)];
  const { lastFour = '', home = '', amount } = facts;
  for (const add of card.adds) {
    if (add === 'card' && /^\d{4}$/.test(lastFour)) lines.push(say(words, 'add.card', { lastFour }, tag));
    if (add === 'names') lines.push(say(words, 'add.names', {}, tag));
    if (add === 'amount' && amount !== '')
      lines.push(say(words, home === '' ? 'add.amount' : 'add.amount-home', { amount, home }, tag));
    if (add === 'code' && facts.code !== '') lines.push(say(words, 'add.code', { code: facts.code }, tag));
    if (add === 'time' && facts.at !== null) {
      const china = isChinaClock(facts.at, facts.zone);
      lines.push(
        say(
          words,
          china ? 'add.time-china' : 'add.time',
          {
            chinaTime: spokenClock(facts.at, CHINA, tag),
            ownTime: spokenClock(facts.at, facts.zone, tag, !isChinaDay(facts.at, facts.zone)),
            zone: zoneName(facts.at, facts.zone, tag),
          },
          tag,
        ),
      );
    }
  }
  return lines;
}

/** The cards of a call in which nothing surprising is said: the start, the topics of the plan, the request to let one through, the closing one, the farewell. */
export function mainCards(plan: CallPlan): Pick<CallCard, 'id' | 'adds' | 'outcome' | 'topic'>[] {
  const { graph } = plan;
  const ids = [
    plan.start,
    ...plan.topics.map((topic) => graph.topics[topic]!),
    graph.plea,
    graph.closing,
    graph.farewell,
  ];
  return [...new Set(ids)].flatMap((id) => {
    const node = id === undefined ? undefined : graph.nodes[id];
    return id !== undefined && node ? [{ id, adds: node.adds ?? [], outcome: null, topic: node.topic }] : [];
  });
}
