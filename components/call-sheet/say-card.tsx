import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { linesOf, type CallFacts, type Tongue } from '../../lib/call/lines.ts';
import type { CallCard } from '../../lib/call/script.ts';
import { running, type Words } from '../../lib/i18n/index.ts';
import type { Party } from '../../lib/library/call-script.ts';
import { Button } from '../shared/button.tsx';
import { sayIn, type Speak } from './call-props.ts';
import { OwnLine } from './own-line.tsx';
import { Spoken } from './spoken.tsx';

interface SayCardProps {
  party: Party;
  card: CallCard;
  user: Tongue;
  theirs: Tongue;
  /** The facts as they are said in both languages. */
  facts: Record<'user' | 'theirs', CallFacts>;
  /** A web shop or a chat: the lines are written, not said or shown. */
  written: boolean;
  pinyin: Words;
  /** The field for a decline code, on the cards that ask for one. */
  children?: ComponentChildren;
  /** Null where no voice of the language is on this device. */
  onSpeak: Speak | null;
  onCopy: (text: string) => void;
  onHelper: () => void;
}

/** One card of the call: the line to say and what it means. Its answers are in the dock. */
export function SayCard(props: SayCardProps) {
  const { party, card, user, theirs, facts, written, pinyin, children, onSpeak, onCopy, onHelper } = props;
  const t = sayIn(user);
  const [note, setNote] = useState(false);
  const lines = linesOf(card, theirs, user.tag, facts.theirs);
  // In a chat each line is sent by itself; on the phone the facts are one breath.
  const [head, ...more] = lines;
  const shown = party === 'alipay' || more.length === 0 ? lines : [head!, running(more, theirs.tag)];
  const own = linesOf(card, user, user.tag, facts.user);
  const both = user.tag !== theirs.tag;
  const latin = theirs.tag === 'zh-CN' && both ? pinyin[`say.${card.id}`] : undefined;
  const how = written ? 'desk.write' : party === 'shop' ? 'sheet.say.shop' : `desk.say.${party}`;
  return (
    <>
      <div class="to-say">
        <p class="to-say-label">{t(how)}</p>
        {shown.map((line, at) => (
          <div key={line} class="said-line">
            <p class={at === 0 ? 'line' : 'line line-fact'}>
              <Spoken tag={theirs.tag} class="line-theirs">
                {line}
              </Spoken>
            </p>
            {party === 'alipay' && shown.length > 1 && (
              <button type="button" class="text-button line-copy" onClick={() => onCopy(line)}>
                {t('desk.copy')}
                <span class="visually-hidden">: {line}</span>
              </button>
            )}
          </div>
        ))}
        {latin !== undefined && !latin.includes('{') && (
          <p class="pinyin" lang="zh-Latn">
            {latin}
          </p>
        )}
        {both && <OwnLine lines={own} user={user} />}
      </div>
      {children}
      <div class="card-foot">
        <div class="line-tools">
          <Button onPress={() => onCopy(lines.join('\n'))}>{t('desk.copy')}</Button>
          {onSpeak && !written && (
            <Button onPress={() => onSpeak(running(lines, theirs.tag), theirs.tag)}>{t('desk.play')}</Button>
          )}
          {!written && <Button onPress={onHelper}>{t('desk.large')}</Button>}
          <button
            type="button"
            class="button button-quiet info"
            aria-expanded={note}
            aria-controls="card-note"
            aria-label={t('desk.note')}
            onClick={() => setNote(!note)}
          >
            i
          </button>
        </div>
        <p id="card-note" class="note" data-open={note}>
          {t(`note.${card.id}`)}
        </p>
      </div>
    </>
  );
}
