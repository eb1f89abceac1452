import { COUNTRY_QUESTION } from '../../lib/case/interview-model.ts';
import type { Given, RankedCause } from '../../lib/case/interview.ts';
import { Button } from '../shared/button.tsx';
import { Icon } from '../shared/icon.tsx';
import type { InterviewVoice } from './interview-voice.ts';
import { countriesByName } from './question-form.tsx';

interface CauseListProps {
  causes: readonly RankedCause[];
  voice: InterviewVoice;
  /** Null while questions are still asked: then the list only informs. */
  onOpen: ((diagnosis: string) => void) | null;
}

/** The causes so far in words, the likeliest first; at the end with what speaks for and against each, and a way to its steps. */
export function CauseList({ causes, voice, onOpen }: CauseListProps) {
  const say = voice.interview;
  if (causes.length === 0) return <p class="soft">{say('nothing-yet')}</p>;
  return (
    <ol class="causes">
      {causes.map((cause) => {
        const title = voice.library(`title.${cause.diagnosis}`);
        return (
          <li
            key={cause.diagnosis}
            class={`cause cause-${cause.level}`}
            data-cause={cause.diagnosis}
            data-level={cause.level}
          >
            <span class="cause-title">{title}</span>
            <span class="cause-level">
              <Icon name={cause.level === 'most-likely' ? 'likely' : 'unsure'} />
              {say(`level.${cause.level}`)}
            </span>
            {onOpen && (
              <>
                <Reasons title={say('for')} given={cause.for} voice={voice} />
                <Reasons title={say('against')} given={cause.against} voice={voice} />
                <Button kind={cause.level === 'most-likely' ? 'main' : 'quiet'} onPress={() => onOpen(cause.diagnosis)}>
                  {say('open')}
                  <span class="visually-hidden">: {title}</span>
                </Button>
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function Reasons({ title, given, voice }: { title: string; given: readonly Given[]; voice: InterviewVoice }) {
  if (given.length === 0) return null;
  return (
    <div class="reasons">
      <p>{title}</p>
      <ul>
        {given.map((one) => (
          <li key={`${one.question}/${one.answer}`}>{givenIn(one, voice)}</li>
        ))}
      </ul>
    </div>
  );
}

/** One thing known as a short line: what was asked and what was said. */
export function givenIn({ question, answer }: Given, voice: InterviewVoice): string {
  const say = voice.interview;
  const words = (): string => {
    if (question === 'finding') return voice.library(`title.${answer}`);
    if (question === COUNTRY_QUESTION) return countriesByName([answer], voice.tag)[0]!.name;
    return say(`answer.${question}.${answer}`);
  };
  // What was said on a call begins with who said it.
  const label = question === 'tells' ? `label.tells.${answer.split('-')[0]}` : `label.${question}`;
  return say('given', { label: say(label), answer: words() });
}
