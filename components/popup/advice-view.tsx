import './advice.css';
import type { ComponentChildren } from 'preact';
import type { Advice } from '../../lib/case/advice.ts';
import { Button } from '../shared/button.tsx';
import { Details } from '../shared/details.tsx';
import { Icon } from '../shared/icon.tsx';
import { AdviceMore } from './advice-more.tsx';
import { OutcomeBox } from './outcome-box.tsx';
import type { LateParts, PopupVoice } from './popup-props.ts';

interface AdviceViewProps {
  advice: Advice;
  voice: PopupVoice;
  /** The advice answers a typed text, not the page. */
  typed?: boolean;
  /** The short questions that narrow down a cause, where there are any to ask. */
  questions?: ComponentChildren;
  late?: LateParts | undefined;
  onOpenSheet: (advice: Advice) => void;
}

/** Key of the words for how sure we are. Only the bare failure has no cause at all; other unsure ones are a possibility. */
export function certaintyKey(advice: Pick<Advice, 'certainty' | 'diagnosis'>, typed: boolean): string {
  if (advice.certainty === 'unsure')
    return advice.diagnosis === 'unknown-failure' ? 'certainty.unsure' : 'certainty.possible';
  return typed ? `certainty.typed.${advice.certainty}` : `certainty.${advice.certainty}`;
}

/** Steps after the first that are shown at once: all of them up to the first number, otherwise the second. */
const MOST_STEPS = 3;
const FEW_STEPS = 2;

function StepList({ steps, from, voice }: { steps: readonly string[]; from: number; voice: PopupVoice }) {
  return (
    <ol class="steps" start={from}>
      {steps.map((step) => (
        <li key={step}>{voice.library(`steps.${step}`)}</li>
      ))}
    </ol>
  );
}

/** The step that only points at the questions. */
const ASKING = 'answer-questions';

/** One failure in full: who can fix it, what happened, the next step, and closed below it everything else. */
export function AdviceView({ advice, voice, typed = false, questions, late, onOpenSheet }: AdviceViewProps) {
  const { ui, library } = voice;
  const [first, ...rest] = advice.steps;
  // The whole list of six or seven would be a wall: what is least likely to be needed waits behind a summary.
  const shown = rest.length <= MOST_STEPS ? rest.length : FEW_STEPS;
  const { party } = advice;
  return (
    <article class="advice">
      {advice.outcome !== 'not-paid' && <OutcomeBox voice={voice} outcome={advice.outcome} />}
      <header class="advice-head">
        <p class="who">
          {advice.fixers.slice(0, 2).map((one) => (
            <span key={one}>
              {library(one === 'nobody' && advice.outcome !== 'paid' ? 'fixer.nobody.not-paid' : `fixer.${one}`)}
            </span>
          ))}
        </p>
        <h1 tabIndex={-1}>{library(`title.${advice.diagnosis}`)}</h1>
        <p class={`certainty certainty-${advice.certainty}`}>
          <Icon name={advice.certainty} />
          {ui(certaintyKey(advice, typed))}
        </p>
        <p class="what">{library(`what.${advice.diagnosis}`)}</p>
      </header>

      <section class="next" aria-labelledby="next-title">
        <h2 id="next-title">{ui('steps.first')}</h2>
        {/* The questions say themselves what they are for. */}
        {!(questions && first === ASKING) && (
          <>
            <p class="next-short">{library(`short.${advice.diagnosis}`)}</p>
            {first && <p>{library(`steps.${first}`)}</p>}
          </>
        )}
        {questions}
        {party !== 'none' && (
          <>
            <Button kind="main" onPress={() => onOpenSheet(advice)}>
              {ui(`party.${party}`)}
              <Icon name="forward" />
            </Button>
            <p class="next-note">{ui(`party.${party}.note`)}</p>
          </>
        )}
      </section>

      {shown > 0 && (
        <section aria-labelledby="then-title">
          <h2 id="then-title">{ui('steps.then')}</h2>
          <StepList steps={rest.slice(0, shown)} from={2} voice={voice} />
        </section>
      )}
      {shown < rest.length && (
        <Details title={ui('steps.more', { count: rest.length - shown })}>
          <StepList steps={rest.slice(shown)} from={2 + shown} voice={voice} />
        </Details>
      )}

      {late?.country?.(advice)}

      <section aria-labelledby="avoid-title">
        <h2 id="avoid-title">{ui('avoid')}</h2>
        <ul class="avoid">
          {advice.avoid.map((one) => (
            <li key={one}>
              <Icon name="cross" />
              {library(`avoid.${one}`)}
            </li>
          ))}
        </ul>
      </section>

      <section aria-labelledby="retry-title">
        <h2 id="retry-title">{ui('retry')}</h2>
        <p class="retry">
          <Icon name="clock" />
          {library(`retry.${advice.retry.when}`, advice.retry.waitMinutes ? { minutes: advice.retry.waitMinutes } : {})}
        </p>
      </section>

      <AdviceMore advice={advice} voice={voice} late={late} />
    </article>
  );
}
