import { useState } from 'preact/hooks';
import type { NamedSource } from '../../lib/case/advice.ts';
import type { IssuerHabit } from '../../lib/case/issuer-habit.ts';
import { countriesByName } from '../interview/given-words.ts';
import { Details } from '../shared/details.tsx';
import { dayIn, type Voice } from '../shared/voice.ts';
import { CountrySelect } from './country-select.tsx';
import { SourceList } from './source-list.tsx';

interface CountryPanelProps {
  country: string | null;
  /** What the country's banks switch off; null where nothing is known. */
  habit: IssuerHabit | null;
  sources: readonly NamedSource[];
  voice: Voice<'ui' | 'facts'>;
  onCountry: (country: string | null) => void;
}

/** What cards of the user's country start with, and what to switch on. Open once the country is known, else one closed line. */
export function CountryPanel({ country, habit, sources, voice, onCountry }: CountryPanelProps) {
  const { ui, facts, tag } = voice;
  const name = country && countriesByName([country], tag)[0]!.name;
  // Only at the start: taking the country back must not close the panel around the list one is in.
  const [open] = useState(country !== null);
  return (
    <Details title={name ? ui('country.title', { country: name }) : ui('country.ask')} open={open}>
      <CountrySelect
        id="issuer-country"
        label={ui('country.why')}
        country={country}
        voice={voice}
        onCountry={onCountry}
      />
      {habit && (
        <dl class="country-habit" data-issuer={habit.id}>
          <dt>{ui('country.default')}</dt>
          <dd>{facts(`issuer.${habit.id}.default`)}</dd>
          <dt>{ui('country.do')}</dt>
          <dd>{facts(`issuer.${habit.id}.do`)}</dd>
          <dd class="soft">{ui(`facts.confidence.${habit.confidence}`, { checked: dayIn(tag, habit.checked) })}</dd>
        </dl>
      )}
      {country && !habit && <p>{ui('country.none')}</p>}
      {habit && <SourceList sources={sources} checked={habit.checked} voice={voice} />}
    </Details>
  );
}
