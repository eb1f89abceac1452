/** One thing known as a short line: what was asked and what was said. */
import { COUNTRY_QUESTION, OTHER_COUNTRY } from '../../lib/case/interview-model.ts';
import type { Given } from '../../lib/case/told-interview.ts';
import type { Voice } from '../shared/voice.ts';

/** Names of countries and regions in the language of the screen, in its order. */
export function countriesByName(codes: readonly string[], tag: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames([tag], { type: 'region', fallback: 'code' });
  const order = new Intl.Collator(tag);
  return codes.map((code) => ({ code, name: names.of(code) ?? code })).sort((a, b) => order.compare(a.name, b.name));
}

/** "Your bank: it sees no attempt". */
export function givenIn({ question, answer }: Given, voice: Voice<'interview' | 'library'>): string {
  const say = voice.interview;
  const words = (): string => {
    if (question === 'finding') return voice.library(`title.${answer}`);
    if (question === COUNTRY_QUESTION && answer !== OTHER_COUNTRY) return countriesByName([answer], voice.tag)[0]!.name;
    return say(`answer.${question}.${answer}`);
  };
  // What was said on a call begins with who said it.
  const label = question === 'tells' ? `label.tells.${answer.split('-')[0]}` : `label.${question}`;
  return say('given', { label: say(label), answer: words() });
}
