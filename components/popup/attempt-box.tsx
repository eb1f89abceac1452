import './attempt-box.css';
import type { AttemptWarning } from '../../lib/case/attempts.ts';
import type { NamedSource } from '../../lib/case/advice.ts';
import type { Fact } from '../../lib/library/schema.ts';
import { Button } from '../shared/button.tsx';
import { Details } from '../shared/details.tsx';
import { Icon } from '../shared/icon.tsx';
import type { Voice } from '../shared/voice.ts';
import { FactList } from './fact-list.tsx';
import { SourceList } from './source-list.tsx';

interface AttemptBoxProps {
  attempts: AttemptWarning;
  /** Why repeats do harm, and where that is from. */
  facts: readonly Fact[];
  sources: readonly NamedSource[];
  voice: Voice<'ui' | 'facts'>;
  /** The present payment may have gone through too: its advice says where to look. */
  both?: boolean;
  /** The user looked, and the earlier payment did not go through. */
  onChecked: () => void;
}

/** Where a payment leaves a trace; each place can be the only one that shows it. */
const PLACES = ['alipay', 'bank', 'shop'] as const;

/**
 * What the earlier tries of this session say, above everything else: a payment that may have gone through, or enough tries.
 * A plain section with a heading: it is there when the popup opens, so nothing has to be called out.
 */
export function AttemptBox({ attempts, facts, sources, voice, both = false, onChecked }: AttemptBoxProps) {
  const { ui, tag } = voice;
  const { warning, count, minutesAgo } = attempts;
  if (warning === null) return null;
  const ago = new Intl.RelativeTimeFormat(tag).format(-minutesAgo, 'minute');
  return (
    <section class="attempts" aria-labelledby="attempts-title" data-warning={warning}>
      <h2 id="attempts-title">
        <Icon name={warning === 'repeated' ? 'clock' : 'warning'} />
        {ui(warning === 'repeated' ? 'attempts.repeated.title' : 'attempts.unknown.title')}
      </h2>
      {warning === 'unknown-recently' ? (
        <>
          <p>{ui(both ? 'attempts.unknown.both' : 'attempts.unknown.text', { ago })}</p>
          {!both && (
            <ul class="plain">
              {PLACES.map((place) => (
                <li key={place}>{ui(`attempts.unknown.${place}`)}</li>
              ))}
            </ul>
          )}
          <Button onPress={onChecked}>{ui('attempts.unknown.checked')}</Button>
        </>
      ) : (
        <>
          <p>{ui('attempts.repeated.text', { number: count, ago })}</p>
          {facts.length > 0 && (
            <Details title={ui('attempts.repeated.why')}>
              <FactList facts={facts} voice={voice} />
              <SourceList sources={sources} checked={facts.map((one) => one.checked).sort()[0]!} voice={voice} />
            </Details>
          )}
        </>
      )}
    </section>
  );
}
