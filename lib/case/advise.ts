/**
 * What to do: steps in order, what not to do, when to try again and which talk is first. Steps come from the head's diagnosis and
 * from the situations that hold (situations.json); what the law of never twice forbids is taken out here, once for all surfaces.
 */
import type { Action, Outcome, Situation } from '../library/case-schema.ts';
import type { Diagnosis, Fixer, RetryWhen } from '../library/schema.ts';
import type { CaseData } from './case-data.ts';
import type { CasePerson } from './evidence.ts';
import type { MoneyState } from './outcome.ts';

type Entry = Omit<Diagnosis, 'signals'>;

/** What the conditions of situations are asked against. */
export interface Known {
  told: ReadonlySet<string>;
  answers: ReadonlyMap<string, string>;
  changed: boolean;
  outcome: Outcome;
}

/** Whether a condition of situations.json holds. */
function holds(condition: string, { told, answers, changed }: Known): boolean {
  if (condition === 'changed') return changed;
  const [kind, what = ''] = condition.split(':');
  if (kind === 'told') return told.has(what);
  const [question = '', answer] = what.split('/');
  return answers.get(question) === answer;
}

/** The situations that hold, in the order of the file. */
export function situationsOf(known: Known, all: readonly Situation[]): Situation[] {
  return all.filter(
    ({ outcome, all: every, any, unless }) =>
      outcome.includes(known.outcome) &&
      every.every((one) => holds(one, known)) &&
      (any.length === 0 || any.some((one) => holds(one, known))) &&
      !unless.some((one) => holds(one, known)),
  );
}

/** Where one pays: said by the person or in an answer, else a website where a page was seen. */
export function placeOf(person: CasePerson, answers: ReadonlyMap<string, string>, host: string): CasePerson['place'] {
  if (person.place !== 'unknown') return person.place;
  const kind = answers.get('code-kind');
  if (kind === 'online-shop') return 'online';
  if (kind === 'merchant-code' || kind === 'personal-code') return 'shop';
  return host === '' ? 'unknown' : 'online';
}

/**
 * The steps that may be said.
 * @param head the diagnosis at the head; `money` speaks for it while the money may be gone
 */
export function stepsOf(
  head: Entry,
  money: Entry | null,
  situations: readonly Situation[],
  place: CasePerson['place'],
  known: Known,
  data: CaseData,
): string[] {
  const replaced = situations.findLast((one) => one.replace)?.replace;
  const first = [...situations].reverse().flatMap((one) => one.first);
  const base = replaced ?? (known.outcome === 'not-paid' ? head.steps : (money ?? head).steps);
  const dropped = new Set(situations.flatMap((one) => one.drop));
  const wanted = [...new Set([...first, ...base.filter((step) => !dropped.has(step))])];
  const allowed = wanted.filter((step) => {
    const about = data.steps[step];
    if (!about) return false;
    if (about.place && place !== 'unknown' && about.place !== place) return false;
    // The law of never twice: no other attempt, card or way while the money may be gone.
    if (known.outcome !== 'not-paid' && about.offers) return false;
    // The law of change: "try once now" only when something was changed.
    return about.action !== 'retry' || known.changed;
  });
  return known.outcome === 'not-paid' ? allowed : lookFirst(allowed, data);
}

/** While the money may be gone the first step is to look. */
function lookFirst(steps: readonly string[], data: CaseData): string[] {
  const looks = steps.filter((step) => data.steps[step]?.action === 'look');
  return looks.length > 0 ? [looks[0]!, ...steps.filter((step) => step !== looks[0])] : [...steps];
}

export interface Main {
  action: Action;
  step: string;
}

/** The one thing to do now: the first step, and the talk it is, if it is one. */
export function mainOf(steps: readonly string[], outcome: Outcome, changed: boolean, data: CaseData): Main {
  const step = steps[0] ?? '';
  const action = data.steps[step]?.action ?? 'none';
  if (outcome !== 'not-paid') return { action: 'look', step };
  if (action === 'retry' && !changed) return { action: 'none', step };
  return { action, step };
}

/** When another attempt makes sense. */
export function retryOf(
  head: Entry,
  money: MoneyState,
  situations: readonly Situation[],
): { when: RetryWhen; waitMinutes?: number } {
  if (money.outcome === 'paid') return { when: 'never' };
  if (money.outcome !== 'not-paid') return { when: 'check-first' };
  if (money.changed) return { when: 'once' };
  const said = situations.findLast((one) => one.retry)?.retry;
  return said ? { when: said } : head.retry;
}

/** Who can fix it, one name. A printed code knows better than its kind of failure; a situation knows better than both. */
export function fixerOf(entry: Entry, situations: readonly Situation[], codeFixer: Fixer | null): Fixer {
  const said = situations.findLast((one) => one.fixer)?.fixer;
  if (said) return said;
  return codeFixer && codeFixer !== 'unknown' ? codeFixer : entry.fixers[0]!;
}
