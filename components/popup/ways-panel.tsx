import './ways-panel.css';
import { useId, useState } from 'preact/hooks';
import type { Person, Stay } from '../../lib/pay/alternatives.ts';
import type { NamedSource } from '../../lib/case/advice.ts';
import type { Way } from '../../lib/pay/ways.ts';
import { Details } from '../shared/details.tsx';
import { Select } from '../shared/select.tsx';
import { dayIn, type Voice } from '../shared/voice.ts';
import { CountrySelect } from './country-select.tsx';
import { SourceList } from './source-list.tsx';

/** What the person said of themselves and what is kept of it. */
export type PersonKept = Pick<Person, 'stay' | 'country'>;

interface WaysPanelProps {
  person: PersonKept;
  /** What one can hold already: ids, with the names of wallets (proper names, the same in every language). */
  holdable: { ways: readonly string[]; wallets: readonly { id: string; name: string }[] };
  /** The ways for this person, the best first. */
  rank: (person: Person) => readonly Way[];
  sourcesOf: (ids: readonly string[]) => readonly NamedSource[];
  voice: Voice<'ui' | 'alternatives'>;
  onPerson: (person: PersonKept) => void;
}

const STAYS: readonly Stay[] = ['unknown', 'visitor', 'resident'];
/** Ways shown at once; the rest waits behind a summary. */
const SHOWN = 3;

/** Ways to pay instead, ranked for this person as far as they want to say who they are. */
export function WaysPanel({ person, holdable, rank, sourcesOf, voice, onPerson }: WaysPanelProps) {
  const { ui, alternatives } = voice;
  const id = useId();
  const [held, setHeld] = useState('');
  const ways = rank({ ...person, holds: held === '' ? [] : [held] });
  const things = [
    { value: '', text: ui('ways.holds.none') },
    ...holdable.ways.map((one) => ({ value: one, text: alternatives(`way.${one}`) })),
    ...holdable.wallets.map((one) => ({ value: one.id, text: one.name })),
  ];
  const sources = sourcesOf(ways.flatMap((one) => one.sources));
  return (
    <div class="ways">
      <div class="ways-person">
        <Select
          id={`${id}-stay`}
          label={ui('ways.stay')}
          value={person.stay}
          options={STAYS.map((one) => ({ value: one, text: ui(`ways.stay.${one}`) }))}
          onChoose={(stay) => onPerson({ ...person, stay })}
        />
        <CountrySelect
          id={`${id}-country`}
          label={ui('ways.country')}
          country={person.country}
          voice={voice}
          onCountry={(country) => onPerson({ ...person, country })}
        />
        <Select id={`${id}-holds`} label={ui('ways.holds')} value={held} options={things} onChoose={setHeld} />
        <p class="soft">{ui('ways.kept')}</p>
      </div>
      <WayList ways={ways.slice(0, SHOWN)} voice={voice} />
      {ways.length > SHOWN && (
        <Details title={ui('ways.more', { count: ways.length - SHOWN })}>
          <WayList ways={ways.slice(SHOWN)} voice={voice} />
        </Details>
      )}
      <SourceList sources={sources} checked={ways.map((one) => one.checked).sort()[0] ?? ''} voice={voice} />
    </div>
  );
}

function WayList({ ways, voice }: { ways: readonly Way[]; voice: Voice<'ui' | 'alternatives'> }) {
  const { ui, alternatives, tag } = voice;
  const list = new Intl.ListFormat(tag, { type: 'conjunction' });
  return (
    <ol class="way-list">
      {ways.map((way) => (
        <li key={way.id} data-way={way.id}>
          <p class="way-name">{alternatives(`way.${way.id}`)}</p>
          {way.wallets.length > 0 && <p>{alternatives('wallets', { names: list.format(way.wallets) })}</p>}
          <p>{alternatives(`how.${way.id}`)}</p>
          <ul class="way-why">
            {way.why.map((one) => (
              <li key={one}>{alternatives(`why.${one}`)}</li>
            ))}
          </ul>
          <p class="soft">
            {way.places.map((one) => ui(`ways.place.${one}`)).join(' · ')}
            <br />
            {ui(`facts.confidence.${way.confidence}`, { checked: dayIn(tag, way.checked) })}
          </p>
        </li>
      ))}
    </ol>
  );
}
