/** What banks of a country switch off by default: which entry of issuers.json speaks for the country. */
import type { InterviewData } from './interview-data.ts';

export interface IssuerHabit {
  /** The words are `issuer.<id>.default` and `issuer.<id>.do`; a group of countries shares one. */
  id: string;
  confidence: 'high' | 'medium' | 'low';
  sources: readonly string[];
  /** YYYY-MM-DD */
  checked: string;
}

/** The habit of a country's banks, its own before that of its group; null where none is known. Never throws. */
export function habitOf(country: string, { issuers, questions }: InterviewData): IssuerHabit | null {
  const code = country.toUpperCase();
  const group = Object.entries(questions.countryGroups).find(([, members]) => members.includes(code))?.[0] ?? '';
  const id = [code, group].find((one) => Object.hasOwn(issuers, one));
  if (!id || code in questions.countryGroups) return null;
  const { confidence, sources, checked } = issuers[id]!;
  return { id, confidence, sources, checked };
}
