import { CHINA, linesOf, type CallFacts, type Tongue } from '../../lib/call/lines.ts';
import type { CallCard } from '../../lib/call/script.ts';
import { running, type Words } from '../../lib/i18n/index.ts';
import type { Party } from '../../lib/library/call-script.ts';
import { sayIn } from './call-props.ts';
import { HelperDialog } from './helper-dialog.tsx';

interface HeldCardProps {
  party: Party;
  card: CallCard;
  user: Tongue;
  theirs: Tongue;
  facts: CallFacts;
  pinyin: Words;
  onClose: () => void;
}

/** The card's line in large letters. A shop needs amount, time and code with it; a helper on a call sees the line alone. */
export function HeldCard({ party, card, user, theirs, facts, pinyin, onClose }: HeldCardProps) {
  const [line, ...more] = shopLines(card, theirs, user.tag, facts);
  const both = user.tag !== theirs.tag;
  const latin = theirs.tag === 'zh-CN' && both ? (pinyin[`say.${card.id}`] ?? '') : '';
  return (
    <HelperDialog
      line={line ?? ''}
      facts={party === 'shop' ? more : []}
      pinyin={latin.includes('{') ? '' : latin}
      own={both && party === 'shop' ? running(linesOf({ ...card, adds: [] }, user, user.tag, facts), user.tag) : ''}
      tag={theirs.tag}
      t={sayIn(user)}
      onClose={onClose}
    />
  );
}

/** Lines for somebody at a till: in China's time alone; where the user lives is nothing for a clerk. */
export function shopLines(
  card: Pick<CallCard, 'id' | 'adds' | 'outcome'>,
  tongue: Tongue,
  user: string,
  facts: CallFacts,
): string[] {
  return linesOf(card, tongue, user, { ...facts, zone: CHINA, lastFour: '' });
}
