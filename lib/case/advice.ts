/** The library as the pages have it, and what stands behind its advice: facts and sources, with the days they were checked. */
import type { Diagnosis, DiagnosisId, Fact, Source } from '../library/schema.ts';

/** What the build writes to `lib/generated/advice.ts`. */
export interface AdviceLibrary {
  diagnoses: Readonly<Partial<Record<DiagnosisId, Omit<Diagnosis, 'signals'>>>>;
  sources: Readonly<Record<string, Source>>;
  facts: Readonly<Record<string, Fact>>;
}

/** A source with its id, so that lists have a stable key. */
export interface NamedSource extends Source {
  id: string;
}

/** An own property only: ids come from messages, and `constructor` is no diagnosis. */
function own<T>(table: Readonly<Partial<Record<string, T>>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** Whether a day (YYYY-MM-DD) lies more than twelve months before `now`. A day that cannot be read counts as old. */
export function isStale(day: string, now: number): boolean {
  const then = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(then.getTime())) return true;
  return then.setUTCFullYear(then.getUTCFullYear() + 1) < now;
}

/** The sources with these ids that the library has, each once. */
export function namedSources(ids: readonly string[], library: AdviceLibrary): NamedSource[] {
  return [...new Set(ids)].flatMap((id) => {
    const source = own(library.sources, id);
    return source ? [{ id, ...source }] : [];
  });
}

/** Facts by id with all their sources and the day the oldest was checked ('' without any); unknown ids are left out. */
export function factsOf(
  ids: readonly string[],
  library: AdviceLibrary,
): { facts: Fact[]; sources: NamedSource[]; checked: string } {
  const facts = ids.flatMap((id) => own(library.facts, id) ?? []);
  return {
    facts,
    sources: namedSources(
      facts.flatMap((one) => one.sources),
      library,
    ),
    checked: facts.map((one) => one.checked).sort()[0] ?? '',
  };
}
