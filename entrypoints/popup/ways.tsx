/** Wires the ways to pay and the habits of the country's banks: both depend on who is asking. */
import { CountryPanel } from '../../components/popup/country-panel.tsx';
import type { LateParts } from '../../components/popup/popup-props.ts';
import { WaysPanel } from '../../components/popup/ways-panel.tsx';
import { voiceOf } from '../../components/shared/voice.ts';
import { namedSources } from '../../lib/case/advice.ts';
import { habitOf } from '../../lib/case/issuer-habit.ts';
import { holdable } from '../../lib/pay/ways.ts';
import { interviewData } from '../../lib/generated/interview-data.ts';
import { loadWords } from '../../lib/i18n/load.ts';
import file from '../../lib/library/alternatives.json';
import type { AlternativesFile } from '../../lib/library/alternatives.ts';
import { UNSAID, type Desk } from './desk.ts';

const HOLDABLE = holdable(file as AlternativesFile);

export async function waysParts(desk: Desk): Promise<LateParts> {
  const { screen } = desk.settings();
  const words = await loadWords(screen, 'alternatives');
  const person = () => desk.settings().person ?? UNSAID;
  return {
    ways: () => (
      <WaysPanel
        person={person()}
        holdable={HOLDABLE}
        rank={desk.waysFor}
        sourcesOf={(ids) => namedSources(ids, desk.library())}
        voice={{ ...desk.voice(), ...voiceOf(screen, { alternatives: words }) }}
        onPerson={desk.onPerson}
      />
    ),
    country() {
      const { country } = person();
      const habit = country === null ? null : habitOf(country, interviewData);
      return (
        <CountryPanel
          country={country}
          habit={habit}
          sources={namedSources(habit?.sources ?? [], desk.library())}
          voice={desk.voice()}
          onCountry={(chosen) => desk.onPerson({ ...person(), country: chosen })}
        />
      );
    },
  };
}
