import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { RESULTS } from '../../lib/case/evidence.ts';
import { Button } from '../shared/button.tsx';
import { Icon } from '../shared/icon.tsx';
import { ChoiceRow } from './choice-row.tsx';
import type { AnswerModel, PopupModel } from './popup-model.ts';
import type { PopupActions, PopupVoice } from './popup-props.ts';

interface NowBoxProps extends Pick<PopupActions, 'onOpenSheet' | 'onLooked'> {
  answer: AnswerModel;
  place: PopupModel['place'];
  voice: PopupVoice;
  /** The question that stands where the first step would. */
  question?: ComponentChildren;
}

/** Key of the words on the button for a talk; at a website's shop there is nobody to show a card to. */
export const talkKey = (party: string, place: PopupModel['place']): string =>
  party === 'shop' && place === 'online' ? 'party.shop.online' : `party.${party}`;

/** The one thing to do now, with the one main button where it is a talk. */
export function NowBox({ answer, place, voice, question, onOpenSheet, onLooked }: NowBoxProps) {
  const { ui, library } = voice;
  const { talk, looks } = answer;
  return (
    <section class="now" aria-labelledby="now-title">
      {question ?? (
        <>
          <h2 id="now-title">{ui('steps.first')}</h2>
          <p class="now-step" data-step={answer.now}>
            {library(`steps.${answer.now}`)}
          </p>
        </>
      )}
      {question !== undefined && (
        <h2 id="now-title" class="visually-hidden">
          {ui('steps.first')}
        </h2>
      )}
      {talk && (
        <Button kind="main" onPress={() => onOpenSheet(talk)}>
          {ui(talkKey(talk, place))}
          <Icon name="forward" />
        </Button>
      )}
      {looks.length > 0 && (
        <ChoiceRow
          title={ui('looked')}
          choices={looks.map((value) => ({ value, text: ui(`looked.${value}`) }))}
          onChoose={onLooked}
        />
      )}
    </section>
  );
}

/** The steps after the first: two at once and short, all of them and in full when asked for. */
export function ThenSteps({ answer, voice }: Pick<NowBoxProps, 'answer' | 'voice'>) {
  const [all, setAll] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  // The button is gone, and reading goes on at the steps, whole now.
  useLayoutEffect(() => {
    if (all) list.current?.focus();
  }, [all]);
  const { shown, more } = answer.later;
  if (shown.length === 0) return null;
  const steps = all ? [...shown, ...more] : shown;
  return (
    <section class="then" aria-labelledby="then-title">
      <h2 id="then-title">{voice.ui('steps.then')}</h2>
      <ol ref={list} tabIndex={all ? -1 : undefined} class={all ? 'steps' : 'steps steps-short'} start={2}>
        {steps.map((step) => (
          <li key={step} data-step={step}>
            <span>{voice.library(`steps.${step}`)}</span>
          </li>
        ))}
      </ol>
      {!all && (
        <button type="button" class="more-steps" onClick={() => setAll(true)}>
          {voice.ui('steps.more', { count: more.length })}
        </button>
      )}
    </section>
  );
}

/** "Did it work?", wherever an attempt was advised, and a word of caution where enough was tried. */
export function ResultRow({
  answer,
  voice,
  onResult,
}: Pick<NowBoxProps, 'answer' | 'voice'> & Pick<PopupActions, 'onResult'>) {
  const { ui, tag } = voice;
  const { pause } = answer;
  if (!answer.asksResult && !pause) return null;
  return (
    <div class="result">
      {pause && (
        <p class="pause">
          <Icon name="clock" />
          <span>
            {ui('pause', {
              number: pause.count,
              ago: new Intl.RelativeTimeFormat(tag).format(-pause.minutesAgo, 'minute'),
            })}
          </span>
        </p>
      )}
      {answer.asksResult && (
        <ChoiceRow
          title={ui('result')}
          choices={RESULTS.map((value) => ({ value, text: ui(`result.${value}`) }))}
          onChoose={onResult}
        />
      )}
    </div>
  );
}
