import { useId, useRef } from 'preact/hooks';
import { COUNTRY_QUESTION, DONT_KNOW, OTHER_COUNTRY } from '../../lib/case/interview-model.ts';
import { QUESTION_LIMIT, type NextQuestion } from '../../lib/case/interview.ts';
import { Button } from '../shared/button.tsx';
import type { InterviewVoice } from './interview-voice.ts';

interface QuestionFormProps {
  next: NextQuestion;
  /** Counted from 1. */
  number: number;
  voice: InterviewVoice;
  onAnswer: (answer: string) => void;
}

/** One question. Pressing an answer is all there is to do; "I don't know" is always the last one. */
export function QuestionForm({ next, number, voice, onAnswer }: QuestionFormProps) {
  const say = voice.interview;
  const id = useId();
  const answers = next.answers.filter((one) => one !== DONT_KNOW);
  return (
    <fieldset class="question" aria-describedby={`${id}-help`}>
      <legend tabIndex={-1} data-start>
        <span class="question-number">{say('progress', { number, limit: QUESTION_LIMIT })}</span>
        <span class="question-text">{say(`question.${next.question}`)}</span>
      </legend>
      <progress max={QUESTION_LIMIT} value={number - 1} aria-hidden="true" />
      <p id={`${id}-help`} class="soft">
        {say(`help.${next.question}`)}
      </p>
      {next.question === COUNTRY_QUESTION ? (
        <CountryChoice answers={answers} voice={voice} onAnswer={onAnswer} />
      ) : (
        answers.map((answer) => (
          <button key={answer} type="button" class="choice" data-answer={answer} onClick={() => onAnswer(answer)}>
            {say(`answer.${next.question}.${answer}`)}
          </button>
        ))
      )}
      <button type="button" class="choice choice-unsure" data-answer={DONT_KNOW} onClick={() => onAnswer(DONT_KNOW)}>
        {say(`answer.${DONT_KNOW}`)}
      </button>
    </fieldset>
  );
}

/** Names of countries and regions in the language of the screen, in its order. */
export function countriesByName(codes: readonly string[], tag: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames([tag], { type: 'region', fallback: 'code' });
  const order = new Intl.Collator(tag);
  return codes.map((code) => ({ code, name: names.of(code) ?? code })).sort((a, b) => order.compare(a.name, b.name));
}

interface CountryChoiceProps {
  answers: readonly string[];
  voice: InterviewVoice;
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
