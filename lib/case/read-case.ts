/**
 * A case from anything: typed JSON, a stored object of another version, a forged message. What is not known is left out and named;
 * nothing throws, and nothing that is left out lowers the outcome.
 */
import type { Certainty } from '../messages.ts';
import { CERTAINTIES } from '../messages.ts';
import type { CaseData } from './case-data.ts';
import {
  type Case,
  type CasePerson,
  type Evidence,
  type Fact,
  MOST_EVIDENCE,
  NOBODY,
  RESULTS,
  type Result,
  type Sighting,
} from './evidence.ts';
import { redact } from '../privacy/redact.ts';
import { COUNTRY_QUESTION, DONT_KNOW, OTHER_COUNTRY } from './interview-model.ts';

/** What was left out, as `path: value`, for a sentence to the person who gave it. */
export interface ReadCase {
  case: Case;
  ignored: string[];
}

/** What a text tells: `understandStory` of lib/understand, given in so that this file needs no engine. */
export type Understand = (text: string) => {
  sightings: readonly Sighting[];
  facts: readonly Fact[];
  quotes: readonly string[];
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What was left out may be anything that somebody typed, and stands in what is printed. */
const short = (value: unknown): string =>
  redact(typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined'), 60);

/** Texts and told things beyond these are no case of one payment: the newest are kept. */
const MOST = 60;
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

/** The newest of a list with their places in it; what was cut is named once. */
function newest(value: unknown, path: string, skip: (path: string, what: unknown) => void): [number, unknown][] {
  // Said twice, it is said once: where it was said last.
  const last = new Map(list(value).map((one, at) => [one, at]));
  const all = list(value).filter((one, at) => typeof one !== 'string' || last.get(one) === at);
  const cut = Math.max(0, all.length - MOST);
  if (cut > 0) skip(path, `${cut} older`);
  return all.slice(cut).map((one, at) => [cut + at, one]);
}

/**
 * Reads the command line's form of a case (design/case.md). The order of evidence is: page, texts, answers, told, results.
 * @param understand reads the texts; without it they are left out
 */
export function readCase(value: unknown, data: CaseData, understand?: Understand): ReadCase {
  const ignored: string[] = [];
  const evidence: Evidence[] = [];
  const skip = (path: string, what: unknown): void => void ignored.push(`${short(path)}: ${short(what)}`);
  if (!isRecord(value)) return { case: { evidence, person: NOBODY }, ignored: [`case: ${short(value)}`] };
  for (const key of Object.keys(value))
    if (!['page', 'texts', 'answers', 'told', 'results', 'person'].includes(key)) skip(key, value[key]);

  for (const [at, page] of newest(value.page ?? undefined, 'page', skip)) {
    const sighting = readSighting(page, data);
    if (sighting)
      evidence.push({
        kind: 'sighting',
        ...sighting,
        source: `page-${at}`,
        live: true,
        quotes: [],
        host: 'page',
        at: 0,
      });
    else skip('page', page);
  }
  for (const [at, text] of newest(value.texts, 'texts', skip)) {
    if (typeof text === 'string' && understand) evidence.push({ kind: 'text', ...understand(text), at });
    else skip('texts', text);
  }
  if (isRecord(value.answers)) {
    for (const [question, answer] of Object.entries(value.answers).slice(-MOST_EVIDENCE)) {
      const read = readAnswer(question, answer, data);
      if (read) evidence.push({ kind: 'answer', question, answer: read, at: 0 });
      else skip(`answers.${question}`, answer);
    }
  } else if (value.answers !== undefined) skip('answers', value.answers);
  for (const [, told] of newest(value.told, 'told', skip)) {
    if (typeof told === 'string' && Object.hasOwn(data.tellMarks, told))
      evidence.push({ kind: 'told', id: told, from: '', at: 0 });
    else skip('told', told);
  }
  for (const [at, result] of list(value.results).slice(-MOST).entries()) {
    if (RESULTS.includes(result as Result)) evidence.push({ kind: 'result', result: result as Result, at });
    else skip('results', result);
  }
  return { case: { evidence, person: readPerson(value.person, skip) }, ignored };
}

function readSighting(value: unknown, data: CaseData): Sighting | null {
  if (!isRecord(value)) return null;
  const { diagnosis, certainty, code } = value;
  if (typeof diagnosis !== 'string' || !Object.hasOwn(data.library.diagnoses, diagnosis)) return null;
  const sure = CERTAINTIES.find((one) => one === certainty) ?? (certainty === undefined ? 'likely' : null);
  if (!sure) return null;
  return { diagnosis, certainty: sure as Certainty, code: typeof code === 'string' ? code.slice(0, 80) : '' };
}

/** An answer the model knows, or null. Any country code is an answer; one without habits is another country. */
function readAnswer(question: string, answer: unknown, data: CaseData): string | null {
  const known = data.model.questions.find((one) => one.id === question);
  if (!known || typeof answer !== 'string') return null;
  if (answer === DONT_KNOW || known.answers.some((one) => one.id === answer)) return answer;
  if (question !== COUNTRY_QUESTION || !/^[a-z]{2}$/i.test(answer)) return null;
  const code = answer.toUpperCase();
  return known.answers.some((one) => one.id === code) ? code : OTHER_COUNTRY;
}

function readPerson(value: unknown, skip: (path: string, what: unknown) => void): CasePerson {
  if (value === undefined || value === null) return NOBODY;
  if (!isRecord(value)) {
    skip('person', value);
    return NOBODY;
  }
  const { country, stay, place } = value;
  const person: { -readonly [Key in keyof CasePerson]: CasePerson[Key] } = { ...NOBODY };
  if (typeof country === 'string' && /^[a-z]{2}$/i.test(country)) person.country = country.toUpperCase();
  else if (country !== undefined && country !== null) skip('person.country', country);
  if (stay === 'visitor' || stay === 'resident') person.stay = stay;
  else if (stay !== undefined && stay !== 'unknown' && stay !== null) skip('person.stay', stay);
  if (place === 'online' || place === 'shop') person.place = place;
  else if (place !== undefined && place !== 'unknown' && place !== null) skip('person.place', place);
  return person;
}
