/** The call sheet as plain text, for the clipboard: readable in a chat, a text message or a letter. */
import { running, say } from '../i18n/index.ts';
import type { Party } from '../library/call-script.ts';
import {
  CHINA,
  clockIn,
  isChinaClock,
  linesOf,
  mainCards,
  ownClock,
  zoneName,
  type CallFacts,
  type Tongue,
} from './lines.ts';
import { currentNode, type CallPlan, type CallProgress } from './script.ts';

/** What is copied: everything, the first words in the other side's language, or what the user wrote down. */
export type TextPart = 'full' | 'opening' | 'notes';

function factLines(party: Party, { words, tag }: Tongue, facts: CallFacts): string[] {
  const label = (key: string, value: string) => `${say(words, key, {}, tag)}: ${value}`;
  const lines: string[] = [];
  if (facts.at !== null) {
    const china = `${clockIn(facts.at, CHINA, tag)} ${say(words, 'sheet.china-time')}`;
    const own = `${ownClock(facts.at, facts.zone, tag)} ${zoneName(facts.at, facts.zone, tag)}`;
    lines.push(label('sheet.when', isChinaClock(facts.at, facts.zone) ? china : `${china} / ${own}`));
  }
  const { amount, home = '' } = facts;
  if (amount !== '') lines.push(label('sheet.amount', home === '' ? amount : `${amount} / ${home}`));
  if (party === 'bank')
    lines.push(
      label('sheet.name', say(words, 'sheet.name-value')),
      label('sheet.country', say(words, 'sheet.country-value')),
    );
  else if (facts.code !== '') lines.push(label('sheet.page-code', facts.code));
  return lines;
}

function noteLines({ words }: Tongue, facts: CallFacts): string[] {
  const rows: [string, string][] = [
    ['sheet.agent', facts.agent],
    ['sheet.reference', facts.reference],
    ['sheet.call-time', facts.callTime],
    ['sheet.text', facts.text],
  ];
  return rows.filter(([, value]) => value.trim() !== '').map(([key, value]) => `${say(words, key)}: ${value.trim()}`);
}

/** What was answered so far, and the next action once the call is over. */
function courseLines(
  plan: CallPlan,
  progress: CallProgress,
  { words }: Tongue,
  end: readonly string[] | undefined,
): string[] {
  const said = progress.path
    .filter((step) => step.answer !== 'next')
    .map(
      (step) =>
        `- ${say(words, `topic.${(Object.hasOwn(plan.graph.nodes, step.node) ? plan.graph.nodes[step.node]!.topic : undefined) ?? step.node}`)}: ${say(words, `answer.${step.answer}`)}`,
    );
  const { outcome } = currentNode(plan, progress);
  const lines = said.length > 0 ? ['', say(words, 'sheet.text-said'), ...said] : [];
  if (outcome !== null && end) lines.push('', say(words, 'topic.end'), ...end);
  else if (outcome !== null)
    lines.push('', say(words, 'topic.end'), `${say(words, `end.${outcome}`)}: ${say(words, `end.${outcome}.body`)}`);
  return lines;
}

/** What the caller knows better than the script. */
export interface TextMore {
  /** The facts as they are said in the other side's language. */
  spoken?: CallFacts;
  /** What the case says at the end of the call, in place of the script's own words. */
  end?: readonly string[];
}

/**
 * The sheet as plain text in both languages: `bank` speaks to the other side, `user` to the user. The opening is in the other
 * side's language alone, to be pasted into a chat. Takes nothing from the page but the time and the code.
 */
export function callAsText(
  plan: CallPlan,
  progress: CallProgress,
  bank: Tongue,
  user: Tongue,
  facts: CallFacts,
  part: TextPart,
  { spoken = facts, end }: TextMore = {},
): string {
  const { words } = user;
  const cards = mainCards(plan);
  if (part === 'opening')
    return cards
      .slice(0, plan.graph.start === undefined ? 1 : 2)
      .map((card) => linesOf(card, bank, user.tag, spoken).join('\n'))
      .join('\n');
  const notes = noteLines(user, facts);
  if (part === 'notes')
    return [
      ...(notes.length > 0 ? notes : [say(words, 'sheet.text-nothing')]),
      ...courseLines(plan, progress, user, end),
    ].join('\n');

  const said = cards.flatMap((card, at) => {
    const theirs = running(linesOf(card, bank, user.tag, spoken), bank.tag);
    const own = running(linesOf(card, user, user.tag, facts), user.tag);
    return [`${at + 1}. ${theirs}`, ...(bank.tag === user.tag ? [] : [`   (${own})`])];
  });
  return [
    say(words, `sheet.title.${plan.party}`),
    ...(plan.party === 'bank' ? [say(words, 'sheet.number.bank')] : []),
    '',
    say(words, 'sheet.facts'),
    ...factLines(plan.party, user, facts),
    '',
    `${say(words, 'sheet.never')}: ${neverLine(plan, user)}`,
    '',
    say(words, 'sheet.text-lines'),
    ...said,
    ...courseLines(plan, progress, user, end),
    ...(notes.length > 0 ? ['', say(words, 'sheet.notes'), ...notes] : []),
    '',
  ].join('\n');
}

/** What is never told to a person, in one line. */
export function neverLine(plan: CallPlan, { tag, words }: Tongue): string {
  return new Intl.ListFormat(tag, { type: 'conjunction' }).format(
    plan.graph.never.map((id) => say(words, `never.${id}`)),
  );
}
