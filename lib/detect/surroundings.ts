/** Signals that are not text: the page's address, and elements that only a failure shows. */
import { wholePage } from './blocks.ts';
import type { PageReader, Sighting } from './sighting.ts';
import { isVisible } from './visible.ts';

/** Query parameters of Alipay's error pages that carry a code (alipay-pages, 1.6). */
export const CODE_PARAMETERS = ['errorCode', 'causeCode'] as const;

/** Signals that are not text: the page's address and elements that only a failure shows. */
export function readSurroundings(reader: PageReader, address: URL): Sighting[] {
  const sightings: Sighting[] = [];
  const base = { certainty: 'likely' as const, code: '', rank: -6, slots: 0, weight: 0 };
  const root = wholePage();
  for (const rule of reader.table.addresses) {
    if (rule.host && address.hostname !== rule.host) continue;
    if (rule.path && !address.pathname.includes(rule.path)) continue;
    if (rule.query) {
      const value = address.searchParams.get(rule.query[0]);
      if (value === null || (rule.query[1] !== '*' && value !== rule.query[1])) continue;
    }
    const quote = rule.query ? rule.query.join('=') : rule.path!;
    sightings.push({
      element: root,
      spot: { place: 'address', container: null, heading: false },
      reasons: [
        {
          ...base,
          kind: 'address',
          rule: rule.rule,
          diagnosis: rule.diagnosis,
          certainty: rule.certainty,
          place: 'address',
          quote,
        },
      ],
    });
  }
  for (const name of CODE_PARAMETERS) {
    for (const found of reader.codes(`error code: ${address.searchParams.get(name) ?? ''}`)) {
      if (!found.known || !found.diagnosis) continue;
      sightings.push({
        element: root,
        spot: { place: 'address', container: null, heading: false },
        reasons: [
          {
            ...base,
            kind: 'code',
            rule: `code/${found.code}`,
            diagnosis: found.diagnosis,
            certainty: found.certainty,
            place: 'address',
            quote: `${name}=${found.code}`,
            code: found.code,
            rank: 1,
          },
        ],
      });
    }
  }
  for (const rule of reader.table.structures) {
    for (const element of document.querySelectorAll(rule.selector)) {
      if (!isVisible(element)) continue;
      sightings.push({
        element,
        spot: { place: 'alert', container: element, heading: false },
        reasons: [
          {
            ...base,
            kind: 'structure',
            rule: rule.rule,
            diagnosis: rule.diagnosis,
            certainty: rule.certainty,
            place: 'alert',
            quote: '',
          },
        ],
      });
    }
  }
  return sightings;
}
