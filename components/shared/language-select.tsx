import { LOCALE_NAMES, LOCALES, type Locale } from '../../lib/i18n/index.ts';
import { Select } from './select.tsx';

interface LanguageSelectProps {
  id: string;
  label: string;
  value: Locale;
  onChoose: (locale: Locale) => void;
}

/** A choice of the languages there are, each by its own name. */
export function LanguageSelect({ id, label, value, onChoose }: LanguageSelectProps) {
  const options = LOCALES.map((one) => ({ value: one, text: LOCALE_NAMES[one], lang: one }));
  return <Select id={id} label={label} value={value} options={options} onChoose={onChoose} />;
}
