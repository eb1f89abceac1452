import './end-card.css';
import type { Tongue } from '../../lib/call/lines.ts';
import type { CallCard, CallPlan, CallProgress } from '../../lib/call/script.ts';
import type { Party } from '../../lib/library/call-script.ts';
import { Button } from '../shared/button.tsx';
import { Icon } from '../shared/icon.tsx';
import { sayIn } from './call-props.ts';

interface EndCardProps {
  plan: CallPlan;
  progress: CallProgress;
  card: CallCard;
  user: Tongue;
  onBack: () => void;
  onAgain: () => void;
  onParty: (party: Party) => void;
}

/** Where every call ends: one thing to do now, and what was said on the way. */
export function EndCard({ plan, progress, card, user, onBack, onAgain, onParty }: EndCardProps) {
  const t = sayIn(user);
  const { opens } = card;
  const said = progress.path.filter((step) => step.answer !== 'next');
  return (
    <>
      <p class="end-body">{t(`end.${card.outcome}.body`)}</p>
      {opens && (
        <Button kind="main" onPress={() => onParty(opens)}>
          {t(`sheet.opens.${opens}`)}
          <Icon name="forward" />
        </Button>
      )}
      <div class="steps">
        <Button onPress={onBack}>
          <Icon name="back" />
          {t('sheet.back')}
        </Button>
        <Button onPress={onAgain}>{t('sheet.again')}</Button>
      </div>
      {said.length > 0 && (
        <section class="said">
          <h3>{t('sheet.text-said')}</h3>
          <dl>
            {said.map((step, at) => (
              <div key={at}>
                <dt>{t(`topic.${plan.graph.nodes[step.node]?.topic ?? 'end'}`)}</dt>
                <dd>{t(`answer.${step.answer}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  );
}
