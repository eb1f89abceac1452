/** What a page tells that was read once, on the person's click. */
import type { Certainty, Finding, PageMessage } from '../messages.ts';
import { afterSecondLook, type SecondLook } from '../understand/second-look.ts';
import { type CaseData, speaksOfMoney } from './case-data.ts';

const SURENESS: readonly Certainty[] = ['exact', 'likely', 'unsure'];

/**
 * The failure that speaks for a page of several documents: what says that money may be gone, then what is surest. Each is looked at a second
 * time as the background does it, so that a click reads nothing that the hint would not say.
 * @param told what the documents told
 * @param look null where it could not be loaded: then the page's own finding stands
 */
export function checkedFinding(
  told: readonly PageMessage[],
  look: SecondLook | null,
  data: Pick<CaseData, 'library'>,
): Finding | null {
  const isKnown = (diagnosis: string): boolean => Object.hasOwn(data.library.diagnoses, diagnosis);
  const bounds = { isKnown, isNotPaid: (diagnosis: string): boolean => !speaksOfMoney(diagnosis, data) };
  const findings = told.flatMap((one) => {
    if (one.type !== 'found' || !isKnown(one.finding.diagnosis)) return [];
    const { finding, said = '', doubtful = false } = one;
    return afterSecondLook(finding, (said && look?.(finding, said, doubtful)) || null, doubtful, bounds) ?? [];
  });
  const gravity = ({ diagnosis, certainty }: Finding): number =>
    (speaksOfMoney(diagnosis, data) ? 0 : SURENESS.length) + SURENESS.indexOf(certainty);
  return findings.sort((a, b) => gravity(a) - gravity(b))[0] ?? null;
}
