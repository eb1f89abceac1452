import { useState } from 'preact/hooks';
import type { Tongue } from '../../lib/call/lines.ts';
import type { CallCard } from '../../lib/call/script.ts';
import { Button } from '../shared/button.tsx';
import { Icon } from '../shared/icon.tsx';
import { AnswerList, keyOf } from './answer-list.tsx';
import { sayIn } from './call-props.ts';
import { ChoiceDialog } from './choice-dialog.tsx';

interface AnswerDockProps {
  card: CallCard;
  user: Tongue;
  theirs: Tongue;
  fitting: readonly string[];
  first: boolean;
  onAnswer: (id: string) => void;
  onBack: () => void;
}

/** Where the answers lead: within the thumb's reach on a phone, right under the line on a desktop. */
export function AnswerDock({ card, user, theirs, fitting, first, onAnswer, onBack }: AnswerDockProps) {
  const t = sayIn(user);
  const [more, setMore] = useState(false);
  const { answers, next, interruptions } = card;
  const nextKey = keyOf(1, answers.length);
  return (
    <section class="dock" aria-label={t('sheet.they-say')}>
      {answers.length > 0 && (
        <>
          <h3 class="ask">{t('sheet.they-say')}</h3>
          <AnswerList
            answers={answers}
            user={user}
            theirs={theirs}
            fitting={fitting}
            fits={t('sheet.code-fits')}
            firstKey={1}
            onAnswer={onAnswer}
          />
        </>
      )}
      <div class="steps">
        {!first && (
          <span class="wide-only">
            <Button onPress={onBack}>
              <Icon name="back" />
              {t('sheet.back')}
            </Button>
          </span>
        )}
        {interruptions.length > 0 && (
          <Button onPress={() => setMore(true)}>
            <span data-more>{t('desk.something-else')}</span>
          </Button>
        )}
        {next && (
          <button
            type="button"
            class={`button button-${answers.length < 2 ? 'main' : 'quiet'}`}
            data-answer="next"
            data-key={nextKey}
            aria-keyshortcuts={nextKey}
            onClick={() => onAnswer('next')}
          >
            {nextKey && <kbd aria-hidden="true">{nextKey}</kbd>}
            {t(answers.length < 2 ? 'sheet.next' : 'desk.next-skip')}
            <Icon name="forward" />
          </button>
        )}
      </div>
      {interruptions.length > 0 && (
        <ChoiceDialog
          title={t('sheet.something-else')}
          close={t('sheet.back')}
          open={more}
          onClose={() => setMore(false)}
        >
          <AnswerList
            answers={interruptions}
            user={user}
            theirs={theirs}
            onAnswer={(id) => {
              setMore(false);
              onAnswer(id);
            }}
          />
        </ChoiceDialog>
      )}
    </section>
  );
}
