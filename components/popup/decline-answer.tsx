import './decline-answer.css';
import { useId, useState } from 'preact/hooks';
import type { CodeAnswer, CodeReading } from '../../lib/call/code.ts';
import type { DiagnosisId } from '../../lib/library/schema.ts';
import { Button } from '../shared/button.tsx';
import { Icon } from '../shared/icon.tsx';
import { Select } from '../shared/select.tsx';
import type { Voice } from '../shared/voice.ts';

interface DeclineAnswerProps {
  typed: string;
  /** The meanings of what is typed, at the network chosen ('' for none). */
  lookUp: (typed: string, network: string) => CodeAnswer;
  voice: Voice<'ui'>;
  onOpen: (diagnosis: DiagnosisId) => void;
}

/** What a bank's decline code means, what to do, and whether to try again. Asks for the network where it decides. */
export function DeclineAnswer({ typed, lookUp, voice, onOpen }: DeclineAnswerProps) {
  const { ui } = voice;
  const id = useId();
  const [chosen, setChosen] = useState({ network: '', of: typed });
  // A choice was made for one code and says nothing about the next.
  const network = chosen.of === typed ? chosen.network : '';
  const { readings, networks } = lookUp(typed, network);
  return (
    <section class="bank-code" aria-labelledby={id}>
      <h2 id={id}>{ui('bank-code')}</h2>
      {networks.length > 0 && (
        <>
          {network === '' && <p>{ui('bank-code.differs')}</p>}
          <Select
            id={`${id}-network`}
            label={ui('bank-code.network')}
            value={network}
            options={[
              { value: '', text: ui('bank-code.network.unknown') },
              ...networks.map((one) => ({ value: one.id, text: one.name })),
            ]}
            onChoose={(one) => setChosen({ network: one, of: typed })}
          />
        </>
      )}
      <div role="status">
        {readings.map((one) => (
          <Reading key={one.id} reading={one} voice={voice} onOpen={onOpen} />
        ))}
        {readings.length === 0 && <p>{ui('bank-code.none')}</p>}
      </div>
    </section>
  );
}

function Reading({ reading, voice, onOpen }: { reading: CodeReading } & Pick<DeclineAnswerProps, 'voice' | 'onOpen'>) {
  const { ui } = voice;
  const { diagnosis } = reading;
  return (
    <div class="reading" data-code={reading.code}>
      <p class="soft">
        <span lang="en" dir="ltr">
          {reading.code}
        </span>{' '}
        · {reading.scheme}
      </p>
      <p class="reading-meaning">{reading.meaning}</p>
      <dl>
        <dt>{ui('bank-code.do')}</dt>
        <dd>{reading.action}</dd>
        <dt>{ui('bank-code.retry')}</dt>
        <dd>{reading.retry}</dd>
      </dl>
      {diagnosis && (
        <Button onPress={() => onOpen(diagnosis)}>
          <span>
            {ui('bank-code.steps')}
            <span class="visually-hidden">: {reading.meaning}</span>
          </span>
          <Icon name="forward" />
        </Button>
      )}
    </div>
  );
}
