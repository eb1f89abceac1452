import type { Fact } from '../../lib/library/schema.ts';
import { dayIn, type Voice } from '../shared/voice.ts';

/** Facts in words, each with how sure it is and when it was checked; what is often said wrongly stands beside them. */
export function FactList({ facts, voice }: { facts: readonly Fact[]; voice: Voice<'ui' | 'facts'> }) {
  return (
    <ul class="facts">
      {facts.map((fact) => (
        <li key={fact.id}>
          <p>{voice.facts(fact.id, fact.values)}</p>
          {fact.correctsCommonAdvice && (
            <p class="wrong">
              <strong>{voice.ui('facts.wrong')}</strong> {voice.facts(`${fact.id}.wrong`, fact.values)}
            </p>
          )}
          <p class="soft">
            {voice.ui(`facts.confidence.${fact.confidence}`, { checked: dayIn(voice.tag, fact.checked) })}
          </p>
        </li>
      ))}
    </ul>
  );
}
