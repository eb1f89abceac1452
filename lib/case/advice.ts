/**
 * From a finding to the advice on screen: which ids to show, in which order. No words here (they are in the locale files)
 * and no browser: the same finding and library always give the same advice.
 */
import type { Diagnosis, DiagnosisId, Fact, Fixer, Source } from '../library/schema.ts';
import type { Certainty, Evidence, Finding } from '../messages.ts';
import type { CodeTable } from './code-table.ts';

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

/** The code printed on the page. `meaning` is null where the library does not know the code. */
export interface PrintedCode {
  text: string;
  meaning: string | null;
  certainty: Certainty | null;
}

/** Everything the popup shows for one failure, as ids and values. */
export interface Advice {
  diagnosis: DiagnosisId;
  certainty: Certainty;
  fixers: readonly Fixer[];
  outcome: Diagnosis['outcome'];
  /** True where the first advice must be to look for a completed payment. */
  checkFirst: boolean;
  steps: readonly string[];
  avoid: readonly string[];
  retry: Diagnosis['retry'];
  party: Diagnosis['party'];
  alternatives: Diagnosis['alternatives'];
  facts: readonly Fact[];
  sources: readonly NamedSource[];
  /** The day the advice was last checked, YYYY-MM-DD. */
  checked: string;
  /** Checked more than twelve months ago. */
  stale: boolean;
  code: PrintedCode | null;
  evidence: readonly Evidence[];
  host: string;
  at: number;
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

function printedCode(text: string, codes: CodeTable): PrintedCode | null {
  if (text === '') return null;
  const entry = own(codes, text);
  return { text, meaning: entry?.meaning ?? null, certainty: entry?.certainty ?? null };
}

/**
 * The advice for a finding at the time `now` (milliseconds, UTC), or null when the library does not know the diagnosis
 * (an older or newer page script). `codes` may come later than the rest: until then a code has no meaning to show.
 * Never throws.
 */
export function adviceFor(finding: Finding, library: AdviceLibrary, now: number, codes: CodeTable = {}): Advice | null {
  const known = own(library.diagnoses, finding.diagnosis);
  if (!known) return null;
  const facts = known.facts.flatMap((id) => own(library.facts, id) ?? []);
  const code = own(codes, finding.code);
  return {
    diagnosis: known.id,
    certainty: finding.certainty,
    // The printed code knows better than its kind of failure who can fix it.
    fixers: code && code.fixer !== 'unknown' && code.fixer !== known.fixers[0] ? [code.fixer] : known.fixers,
    outcome: known.outcome,
    checkFirst: known.outcome !== 'not-paid',
    steps: known.steps,
    avoid: known.avoid,
    retry: known.retry,
    party: known.party,
    alternatives: known.alternatives,
    facts,
    // What is shown must be traceable: the sources of the facts and of the code's meaning stand beside the diagnosis' own.
    sources: namedSources(
      [...known.sources, ...(code ? [code.source] : []), ...facts.flatMap((one) => one.sources)],
      library,
    ),
    checked: known.checked,
    stale: isStale(known.checked, now),
    code: printedCode(finding.code, codes),
    evidence: finding.evidence,
    host: finding.host,
    at: finding.at,
  };
}
