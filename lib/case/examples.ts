/** The examples of the first-run page: failures as pages show them, and the evidence that such a page would give. */
import examples from '../library/examples.json';
import type { DiagnosisId } from '../library/schema.ts';
import type { Certainty } from '../messages.ts';
import type { SightingEvidence } from './evidence.ts';
import { storedCase } from './stored.ts';

export interface Example {
  id: string;
  diagnosis: DiagnosisId;
  certainty: Certainty;
  code: string;
  /** What the page says, in simplified Chinese. Our own wording, read by the same rules as a page's. */
  message: string;
  quote: string;
}

export const EXAMPLES = examples as readonly Example[];

/** Names the sighting, so that an example is never taken for something a page showed. */
export const EXAMPLE_SOURCE = 'example';

/**
 * The case of an example, in the form in which cases are stored.
 * @param now milliseconds since 1970, UTC
 */
export function exampleCase({ diagnosis, certainty, code, quote }: Example, now: number): unknown {
  const sighting: SightingEvidence = {
    kind: 'sighting',
    diagnosis,
    certainty,
    code,
    source: EXAMPLE_SOURCE,
    live: false,
    quotes: [quote],
    host: '',
    at: now,
  };
  return storedCase([sighting]);
}
