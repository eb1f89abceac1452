/**
 * Ways to pay after this failure for this person. The diagnosis names what can help at all; the ranking (alternatives.ts) says
 * in which order for the person. On a website's page, what works on websites comes first.
 */
import type { AlternativesFile } from '../library/alternatives.ts';
import { rankAlternatives, type Person, type RankedWay, type Situation } from './alternatives.ts';
import type { Diagnosis, Fixer } from '../library/schema.ts';

/** A way and the places where it works. */
export interface Way extends RankedWay {
  places: readonly ('shop' | 'personal-code' | 'online')[];
}

/** What a way to pay must know of the failure: who can fix it, what helps at all, and the page's host ('' where nobody looked at a page). */
export interface Failed {
  fixers: readonly Fixer[];
  party: Diagnosis['party'];
  alternatives: Diagnosis['alternatives'];
  host: string;
}

function stoppedBy({ fixers, party }: Pick<Failed, 'fixers' | 'party'>): Situation['stoppedBy'] {
  const first = fixers[0];
  if (first === 'bank' || first === 'alipay' || first === 'shop') return first;
  // The payer can do it, but inside Alipay: its checks are what stands in the way.
  return party === 'alipay' ? 'alipay' : 'unknown';
}

/**
 * The ways that can help after this failure, the best for the person first; none where paying another way is not the answer.
 * @param data content of alternatives.json, valid by its schema
 */
export function waysFor(data: AlternativesFile, person: Person, advice: Failed): Way[] {
  const holds = new Set(person.holds);
  const named = new Set([
    ...advice.alternatives.visitor,
    ...(person.stay === 'visitor' ? [] : advice.alternatives.resident),
  ]);
  // What a visitor would have to set up first is not for visitors; what they have already is.
  for (const id of advice.alternatives.resident) if (holds.has(id)) named.add(id);
  const rank = (place: Situation['place']): RankedWay[] =>
    rankAlternatives(data, person, { place, stoppedBy: stoppedBy(advice) });
  // Without a host nobody looked at a page: the message was typed, and the payment may be anywhere.
  const online = advice.host === '' ? [] : rank('online');
  const all = rank('unknown').filter((one) => !online.some((other) => other.id === one.id));
  return [...online, ...all]
    .map((one) => ({ one, way: data.ways.find((way) => way.id === one.id)! }))
    .filter(({ way }) => named.has(way.id) || named.has(way.helpsLike ?? ''))
    .map(({ one, way }) => ({ ...one, places: way.places }));
}

/** What people can hold already and say so: wallets by name, and ways that are theirs before the trip. */
export function holdable(data: AlternativesFile): { ways: string[]; wallets: { id: string; name: string }[] } {
  const asked = data.ways.filter((one) => one.askHeld).sort((a, b) => a.askHeld! - b.askHeld!);
  return {
    ways: asked.map((one) => one.id),
    wallets: data.wallets.list.map(({ id, name }) => ({ id, name })),
  };
}
