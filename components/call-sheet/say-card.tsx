import type { ComponentChildren } from 'preact';
import { linesOf, running, type CallFacts, type Tongue } from '../../lib/call/lines.ts';
import type { CallCard } from '../../lib/call/script.ts';
import type { Party } from '../../lib/library/call-script.ts';
import { Button } from '../shared/button.tsx';
import { Icon } from '../shared/icon.tsx';
import { AnswerList } from './answer-list.tsx';
import { sayIn } from './call-props.ts';
import { Spoken } from './spoken.tsx';

interface SayCardProps {
  party: Party;
  card: CallCard;
  user: Tongue;
  theirs: Tongue;
  facts: CallFacts;
  /** Answers that fit the code just typed. */
  fitting: readonly string[];
  first: boolean;
  /** The field for a decline code, on the cards that ask for one. */
  children?: ComponentChildren;
  onAnswer: (id: string) => void;
  onBack: () => void;
  onHelper: () => void;
}

/** One card of the call: the line to say, what it means, what to listen for, and where the answers lead. */
export function SayCard({
  party,
  card,
  user,
  theirs,
  facts,
  fitting,
  first,
  children,
  onAnswer,
  onBack,
  onHelper,
}: SayCardProps) {
  const t = sayIn(user);
  const lines = linesOf(card, theirs, user.tag, facts);
  const own = running(linesOf(card, user, user.tag, facts), user.tag);
  // Where a card has hardly a choice, Next is the one thing to do; elsewhere the answers are.
  const straight = card.answers.length < 2;
  return (
    <>
      <div class="to-say">
        <p class="to-say-label">{t(`sheet.say.${party}`)}</p>
        {lines.map((line, at) => (
          <p key={line} class={at === 0 ? 'line' : 'line line-fact'}>
            <Spoken tag={theirs.tag} class="line-theirs">
              {line}
            </Spoken>
          </p>
        ))}
        {user.tag !== theirs.tag && <p class="line-own">{own}</p>}
        <button type="button" class="text-button" onClick={onHelper}>
          {t('sheet.helper')}
        </button>
      </div>
      <p class="note">{t(`note.${card.id}`)}</p>
      {children}
      {!straight && (
        <>
          <h3 class="ask">{t('sheet.they-say')}</h3>
          <AnswerList
            answers={card.answers}
            user={user}
            theirs={theirs}
            fitting={fitting}
            fits={t('sheet.code-fits')}
            onAnswer={onAnswer}
          />
        </>
      )}
      <div class="steps">
        {!first && (
          <Button onPress={onBack}>
            <Icon name="back" />
            {t('sheet.back')}
          </Button>
        )}
        {card.next && (
          <Button kind={straight ? 'main' : 'quiet'} onPress={() => onAnswer('next')}>
            {t(straight ? 'sheet.next' : 'sheet.next-skip')}
            <Icon name="forward" />
          </Button>
        )}
      </div>
      {straight && card.answers.length > 0 && (
        <AnswerList answers={card.answers} user={user} theirs={theirs} onAnswer={onAnswer} />
      )}
      {card.interruptions.length > 0 && (
        <details class="details interruptions" key={card.id}>
          <summary>{t('sheet.something-else')}</summary>
          <AnswerList answers={card.interruptions} user={user} theirs={theirs} onAnswer={onAnswer} />
        </details>
      )}
    </>
  );
}
