import { useMemo } from 'preact/hooks';
import { CARD_COUNTRIES } from '../../lib/pay/countries.ts';
import { countriesByName } from '../interview/given-words.ts';
import { Select } from '../shared/select.tsx';
import type { Voice } from '../shared/voice.ts';

interface CountrySelectProps {
  id: string;
  label: string;
  country: string | null;
  voice: Voice<'ui'>;
  onCountry: (country: string | null) => void;
}

/** Where the card was issued, by the names and in the order of the screen's language; the first choice is to say nothing. */
export function CountrySelect({ id, label, country, voice, onCountry }: CountrySelectProps) {
  const countries = useMemo(
    () => countriesByName(CARD_COUNTRIES, voice.tag).map(({ code, name }) => ({ value: code, text: name })),
    [voice.tag],
  );
  const options = [{ value: '', text: voice.ui('ways.country.unknown') }, ...countries];
  return (
    <Select
      id={id}
      label={label}
      value={country ?? ''}
      options={options}
      onChoose={(chosen) => onCountry(chosen === '' ? null : chosen)}
    />
  );
}
