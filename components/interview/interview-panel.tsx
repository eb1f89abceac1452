import './interview.css';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { InterviewModel } from '../../lib/case/interview-model.ts';
import {
  QUESTION_LIMIT,
  answerQuestion,
  mayBePaid,
  nextStep,
  rankCauses,
  takeBack,
  type Interview,
  type RankedCause,
} from '../../lib/case/interview.ts';
import { Button } from '../shared/button.tsx';
import { Icon } from '../shared/icon.tsx';
import { CauseList } from './cause-list.tsx';
import type { InterviewVoice } from './interview-voice.ts';
import { QuestionForm } from './question-form.tsx';

interface InterviewPanelProps {
  model: InterviewModel;
  /** The parent keeps it, so that it outlives the panel and can go on after a call. */
  interview: Interview;
  voice: InterviewVoice;
  /** After an answer, a step back or a new start. */
  onChange: (interview: Interview) => void;
  /** The user wants the steps for this cause. */
  onOpen: (diagnosis: string) => void;
}

const SHOWN = 3;

/**
 * The few causes worth showing: never an unlikely one, and while we still ask only those that something speaks for. A cause
 * that is just common in general would look like an answer to someone who has said nothing yet.
 */
function worthShowing(causes: readonly RankedCause[], asking: boolean): RankedCause[] {
  return causes.slice(0, SHOWN).filter((one) => one.level !== 'unlikely' && (!asking || one.for.length > 0));
}

/**
 * One question a screen, the causes so far below it, and at the end what it most likely was, or that we cannot tell.
 * Takes the state of the interview and gives back the next one.
 */
export function InterviewPanel({ model, interview, voice, onChange, onOpen }: InterviewPanelProps) {
  const say = voice.interview;
  const id = useId();
  const place = useRef<HTMLElement>(null);
  const step = nextStep(model, interview);
  const causes = rankCauses(model, interview);
  const shown = worthShowing(causes, step.kind === 'ask');
  const screen = step.kind === 'ask' ? step.next.question : 'result';
  // Before anybody has said anything, a list of causes would look like an answer.
  const known = interview.answers.length + interview.tells.length > 0;

  // Reading goes on at the new question or the result; on opening, the focus stays where the user left it.
  const before = useRef(screen);
  useEffect(() => {
    if (before.current !== screen) place.current?.querySelector<HTMLElement>('[data-start]')?.focus();
    before.current = screen;
  }, [screen]);

  return (
    <section class="interview" aria-labelledby={`${id}-title`} data-screen={screen} ref={place}>
      <h2 id={`${id}-title`}>{say('title')}</h2>
      {mayBePaid(causes) && (
        <p class="check-first" role="alert">
          <Icon name="warning" />
          <span>{say('check-first')}</span>
        </p>
      )}
      {step.kind === 'ask' ? (
        <>
          {interview.answers.length === 0 && <p class="soft">{say('intro', { limit: QUESTION_LIMIT })}</p>}
          <QuestionForm
            key={screen}
            next={step.next}
            number={interview.answers.length + 1}
            voice={voice}
            onAnswer={(answer) => onChange(answerQuestion(model, interview, step.next.question, answer))}
          />
        </>
      ) : (
        <div class="interview-result">
          <h3 tabIndex={-1} data-start>
            {say(step.kind === 'cannot-tell' ? 'result.cannot-tell' : 'result')}
          </h3>
          <p>{say(`result.${step.kind}.text`)}</p>
        </div>
      )}
      {known && (
        <>
          {step.kind === 'ask' && <h3>{say('so-far')}</h3>}
          <CauseList causes={shown} voice={voice} onOpen={step.kind === 'ask' ? null : onOpen} />
          <p role="status" class="visually-hidden">
            {[
              say('so-far'),
              ...shown.map((one) => `${voice.library(`title.${one.diagnosis}`)} (${say(`level.${one.level}`)})`),
            ].join('. ')}
          </p>
        </>
      )}
      {interview.answers.length > 0 && (
        <div class="interview-moves">
          <Button onPress={() => onChange(takeBack(interview))}>
            <Icon name="back" />
            {say('back')}
          </Button>
          <Button onPress={() => onChange({ ...interview, answers: [] })}>{say('reset')}</Button>
        </div>
      )}
    </section>
  );
}
