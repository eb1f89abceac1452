import type { Tongue } from '../../lib/call/lines.ts';
import { say } from '../../lib/i18n/index.ts';
import type { ScriptAnswer } from '../../lib/library/call-script.ts';
import { Spoken } from './spoken.tsx';

interface AnswerListProps {
  answers: readonly ScriptAnswer[];
  user: Tongue;
  theirs: Tongue;
  /** Answers that fit the code just typed, with the words that say so. */
  fitting?: readonly string[];
  fits?: string;
  /** The first answer has this digit, the next one the next. Without it none has a key. */
  firstKey?: number;
  onAnswer: (id: string) => void;
}

/** The other side's possible answers as buttons, in both languages: one listens in theirs and decides in one's own. */
export function AnswerList({ answers, user, theirs, fitting = [], fits = '', firstKey, onAnswer }: AnswerListProps) {
  return (
    <ul
      class={['answers', answers.length > 4 && 'answers-several', answers.length > 6 && 'answers-many']
        .filter(Boolean)
        .join(' ')}
    >
      {answers.map(({ id }, at) => {
        const heard = say(theirs.words, `answer.${id}`);
        const own = say(user.words, `answer.${id}`);
        const key = keyOf(firstKey, at);
        return (
          <li key={id}>
            <button
              type="button"
              class="answer"
              data-answer={id}
              data-key={key}
              aria-keyshortcuts={key}
              onClick={() => onAnswer(id)}
            >
              {key && <kbd aria-hidden="true">{key}</kbd>}
              <span class={own === heard ? 'answer-own' : 'answer-own answer-both'}>{own}</span>
              {own !== heard && (
                <Spoken tag={theirs.tag} class="answer-heard">
                  {heard}
                </Spoken>
              )}
              {fitting.includes(id) && <span class="answer-fits">{fits}</span>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** The digit of an answer; there are nine. */
export const keyOf = (first: number | undefined, at: number): string | undefined =>
  first !== undefined && first + at <= 9 ? String(first + at) : undefined;
