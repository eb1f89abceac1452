/** Which cause a decline code says, for codes that mean the same everywhere: what the lookup knows of a code inside a sentence. */
import type { LookupData } from '../detect/table.ts';
import type { DeclineCode } from './schema.ts';

/** Card networks' own lists; what shop systems call their codes is read by the patterns. */
const NETWORKS = /^(?:visa|mastercard|amex|iso8583)$/;

/** Codes of two signs whose cause is the same at every network that has them. */
export function declinesOf(codes: readonly DeclineCode[]): LookupData['declines'] {
  const causes = new Map<string, Set<string>>();
  for (const { scheme, code, diagnosis } of codes)
    if (NETWORKS.test(scheme) && /^[0-9][0-9A-Z]$/.test(code) && diagnosis)
      causes.set(code, (causes.get(code) ?? new Set()).add(diagnosis));
  return Object.fromEntries([...causes].flatMap(([code, all]) => (all.size === 1 ? [[code, [...all][0]!]] : [])));
}
