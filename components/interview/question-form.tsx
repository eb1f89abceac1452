import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { COUNTRY_QUESTION, DONT_KNOW, OTHER_COUNTRY } from '../../lib/case/interview-model.ts';
import { QUESTION_LIMIT } from '../../lib/case/interview.ts';
import { countriesByName } from './given-words.ts';
import { Button } from '../shared/button.tsx';
import type { Voice } from '../shared/voice.ts';

/** A question with the answers shown at once and those behind "more". */
export interface Asked {
  id: string;
  shown: readonly string[];
  more: readonly string[];
  /** Counted from 1. */
  number: number;
}

/** A click so soon after a question appeared was meant for the one before it. */
const SETTLING = 300;

interface QuestionFormProps {
  question: Asked;
  voice: Voice<'interview'>;
  /** It took the place of another question. */
  replaced: boolean;
  onAnswer: (answer: string) => void;
}

/** One question. Pressing an answer is all there is to do; "I don't know" is always the last one. */
export function QuestionForm({ question, voice, replaced, onAnswer }: QuestionFormProps) {
  const say = voice.interview;
  const id = useId();
  const [all, setAll] = useState(question.shown.length === 0);
  const settled = useRef(!replaced);
  const done = useRef(false);
  useEffect(() => {
    const timer = setTimeout(() => (settled.current = true), SETTLING);
    return () => clearTimeout(timer);
  }, []);
  const firstMore = useRef<HTMLButtonElement>(null);
  // The button that brought the other answers is gone, and the keyboard goes on at the first of them.
  const wasAll = useRef(all);
  useLayoutEffect(() => {
    if (all && !wasAll.current) firstMore.current?.focus();
    wasAll.current = all;
  }, [all]);
  function answer(given: string): void {
    if (done.current || !settled.current) return;
    done.current = true;
    onAnswer(given);
  }
  const answers = all ? [...question.shown, ...question.more] : question.shown;
  return (
    <fieldset class="question" aria-describedby={`${id}-help`}>
      <legend tabIndex={-1} data-start>
        {question.number <= QUESTION_LIMIT && (
          <span class="question-number">{say('progress', { number: question.number, limit: QUESTION_LIMIT })}</span>
        )}
        <span class="question-text">{say(`question.${question.id}`)}</span>
      </legend>
      <p id={`${id}-help`} class="soft">
        {say(`help.${question.id}`)}
      </p>
      {question.id === COUNTRY_QUESTION ? (
        <CountryChoice answers={[...question.shown, ...question.more]} voice={voice} onAnswer={answer} />
      ) : (
        answers.map((one) => (
          <button
            key={one}
            ref={one === question.more[0] ? firstMore : null}
            type="button"
            class="choice"
            data-answer={one}
            onClick={() => answer(one)}
          >
            {say(`answer.${question.id}.${one}`)}
          </button>
        ))
      )}
      <div class="choice-ends">
        {question.id !== COUNTRY_QUESTION && !all && question.more.length > 0 && (
          <button type="button" class="choice choice-plain" data-more onClick={() => setAll(true)}>
            {say('more', { count: question.more.length })}
          </button>
        )}
        <button type="button" class="choice choice-plain" data-answer={DONT_KNOW} onClick={() => answer(DONT_KNOW)}>
          {say(`answer.${DONT_KNOW}`)}
        </button>
      </div>
    </fieldset>
  );
}

interface CountryChoiceProps {
  answers: readonly string[];
  voice: Voice<'interview'>;
  onAnswer: (answer: string) => void;
}

/** A list with a button: moving through a closed list with the arrow keys must not answer. */
function CountryChoice({ answers, voice, onAnswer }: CountryChoiceProps) {
  const say = voice.interview;
  const list = useRef<HTMLSelectElement>(null);
  const countries = countriesByName(
    answers.filter((one) => one !== OTHER_COUNTRY),
    voice.tag,
  );
  return (
    <>
      <select ref={list} class="country" aria-label={say(`question.${COUNTRY_QUESTION}`)} required>
        <option value="">{say('choose-country')}</option>
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
        <option value={OTHER_COUNTRY}>{say(`answer.${COUNTRY_QUESTION}.${OTHER_COUNTRY}`)}</option>
      </select>
      <Button
        kind="main"
        onPress={() => {
          // Nothing chosen yet: the list takes the focus instead of an error.
          if (list.current?.value) onAnswer(list.current.value);
          else list.current?.focus();
        }}
      >
        {say('continue')}
      </Button>
    </>
  );
}
