import './end-card.css';
import type { Slots } from '../../lib/i18n/index.ts';
import type { CallProgress, CallPlan } from '../../lib/call/script.ts';
import { Button } from '../shared/button.tsx';
import type { SheetSay } from './call-props.ts';
import type { EndModel, WordKey } from './end-model.ts';

interface EndCardProps {
  model: EndModel;
  plan: CallPlan;
  progress: CallProgress;
  t: SheetSay;
  wordsOf: (word: WordKey, slots?: Slots) => string;
}

/** Where every call ends: what the case now says, the one thing to do, then the rest; and what was said on the way. */
export function EndCard({ model, plan, progress, t, wordsOf }: EndCardProps) {
  const words = ({ pack, key }: WordKey): string => (pack === 'script' ? t(key) : wordsOf({ pack, key }));
  const said = progress.path.filter((step) => step.answer !== 'next');
  const { retry, later, ways } = model;
  return (
    <>
      <p class="end-body">{words(model.now.body)}</p>
      {later.length > 0 && (
        <section class="end-then">
          <h3>{t('desk.then')}</h3>
          <ol>
            {later.map((one) => (
              <li key={one.key}>{words(one)}</li>
            ))}
          </ol>
        </section>
      )}
      {retry && (
        <section class="end-retry">
          <h3>{t('desk.retry')}</h3>
          <p>
            {wordsOf(
              { pack: 'library', key: `retry.${retry.when}` },
              retry.waitMinutes === undefined ? {} : { minutes: retry.waitMinutes },
            )}
          </p>
        </section>
      )}
      {ways.length > 0 && (
        <section class="end-ways">
          <h3>{t('desk.ways')}</h3>
          <ul>
            {ways.map((one) => (
              <li key={one.key}>{words(one)}</li>
            ))}
          </ul>
        </section>
      )}
      {said.length > 0 && (
        <details class="said">
          <summary>{t('sheet.text-said')}</summary>
          <dl>
            {said.map((step, at) => (
              <div key={at}>
                <dt>{t(`topic.${plan.graph.nodes[step.node]?.topic ?? 'end'}`)}</dt>
                <dd>{t(`answer.${step.answer}`)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}

/** The head of an end: the outcome of the money where that is what counts, else what the call came to. */
export const endTitle = ({ now, outcome }: EndModel): string => now.title?.key ?? `desk.outcome.${outcome}`;

interface EndDockProps {
  model: EndModel;
  found: boolean;
  t: SheetSay;
  onFound: (found: EndModel['asks'][number]) => void;
  onUndo: () => void;
  onOpen: (party: NonNullable<EndModel['opens']>) => void;
  onBack: () => void;
  onAgain: () => void;
}

/** What one does at the end: go on with another sheet, tell how it went, go back. */
export function EndDock({ model, found, t, onFound, onUndo, onOpen, onBack, onAgain }: EndDockProps) {
  const { opens, asks } = model;
  return (
    <section class="dock" aria-label={t('desk.end')}>
      {opens && (
        <Button kind="main" onPress={() => onOpen(opens)}>
          {t(`sheet.opens.${opens}`)}
        </Button>
      )}
      {asks.length > 0 && (
        <>
          <h3 class="ask">{t(asks.includes('failed') ? 'desk.worked' : 'desk.looked')}</h3>
          <div class="results">
            {asks.map((one) => (
              <button key={one} type="button" class="button button-quiet" data-found={one} onClick={() => onFound(one)}>
                {t(`desk.found.${one}`)}
              </button>
            ))}
          </div>
        </>
      )}
      <div class="steps">
        <Button onPress={onBack}>{t('sheet.back')}</Button>
        <Button onPress={onAgain}>{t('sheet.again')}</Button>
        {found && <Button onPress={onUndo}>{t('desk.undo')}</Button>}
      </div>
    </section>
  );
}
