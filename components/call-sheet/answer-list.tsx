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
  onAnswer: (id: string) => void;
}

/** The other side's possible answers as buttons, in both languages: one listens in theirs and decides in one's own. */
export function AnswerList({ answers, user, theirs, fitting = [], fits = '', onAnswer }: AnswerListProps) {
  return (
    <ul class="answers">
      {answers.map(({ id }) => {
        const heard = say(theirs.words, `answer.${id}`);
        const own = say(user.words, `answer.${id}`);
        return (
          <li key={id}>
            <button type="button" class="answer" data-answer={id} onClick={() => onAnswer(id)}>
              <Spoken tag={theirs.tag} class="answer-heard">
                {heard}
              </Spoken>
              {own !== heard && <span class="answer-own">{own}</span>}
              {fitting.includes(id) && <span class="answer-fits">{fits}</span>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
