/**
 * Ways to pay for this person, the best first. The knowledge is data (alternatives.json); here is only how it is weighed:
 * how a way suits the stay, what the person holds already, what their country offers, and who stopped the payment.
 */
import type { AlternativesFile } from '../library/alternatives.ts';

export type Stay = 'visitor' | 'resident' | 'unknown';

export interface Person {
  stay: Stay;
  /** ISO 3166 code of the country or region their card and wallets come from, or null. */
  country: string | null;
  /** Ids of ways or wallets they have already. */
  holds: readonly string[];
}

export interface Situation {
  place: 'shop' | 'personal-code' | 'online' | 'unknown';
  stoppedBy: 'bank' | 'alipay' | 'shop' | 'unknown';
}

export interface RankedWay {
  id: string;
  /** Names of the wallets meant, for a wallet from home. */
  wallets: readonly string[];
  /** Ids of reasons for it, then of reservations; words under `why.<id>`. */
  why: readonly string[];
  held: boolean;
  confidence: 'high' | 'medium' | 'low';
  sources: readonly string[];
  checked: string;
}

const WALLET_FROM_HOME = 'home-wallet';
const FIT = { first: 40, good: 30, fair: 20, poor: 0, last: -1000 } as const;
/** What is in the pocket needs no setting up: it counts at least this much, and more if it suits better. The last resort stays last. */
const HELD_AT_LEAST = 30;
const HELD = 15;
const FROM_HOME = 10;
/** The same bank will most likely say the same again. */
const SAME_BANK = -20;
/** Alipay's own checks or account stand in the way: a way beside Alipay leads round them, another card in Alipay does not. */
const BESIDE_ALIPAY = 10;

/**
 * The ways that fit this person, the best first. Unknown ids in `holds` and unknown countries are left out; never throws.
 * @param data content of alternatives.json, valid by its schema
 */
export function rankAlternatives(data: AlternativesFile, person: Person, situation: Situation): RankedWay[] {
  const country = person.country?.toUpperCase() ?? '';
  const holds = new Set(person.holds);
  const cardsDead = data.cardsDead.countries.includes(country);
  return data.ways
    .flatMap((way, order) => {
      const wallets =
        way.id === WALLET_FROM_HOME
          ? data.wallets.list.filter((one) => holds.has(one.id) || one.countries.includes(country))
          : [];
      const held = holds.has(way.id) || wallets.some((one) => holds.has(one.id));
      const isLocal =
        wallets.some((one) => one.countries.includes(country)) || (way.countries?.includes(country) ?? false);
      const limited = way.onlyIfHeld || way.countries || way.id === WALLET_FROM_HOME;
      if (limited && !held && !isLocal) return [];
      if (situation.place !== 'unknown' && !way.places.includes(situation.place)) return [];
      if (way.usesCard && cardsDead && !held) return [];

      const bankAgain = way.usesCard && situation.stoppedBy === 'bank';
      const roundAlipay = way.besideAlipay && situation.stoppedBy === 'alipay';
      const fit = FIT[person.stay === 'resident' ? way.resident : way.visitor];
      const score =
        (held && fit !== FIT.last ? Math.max(fit, HELD_AT_LEAST) + HELD : fit) +
        (isLocal ? FROM_HOME : 0) +
        (bankAgain ? SAME_BANK : 0) +
        (roundAlipay ? BESIDE_ALIPAY : 0);
      const why = [
        ...(held ? ['you-have-it'] : []),
        ...(isLocal ? ['from-your-country'] : []),
        ...(way.why ?? []),
        ...(bankAgain ? ['same-bank-may-refuse'] : []),
        ...(way.usesCard && cardsDead ? ['cards-dead'] : []),
      ];
      const { id, confidence, sources, checked } = way;
      return [
        {
          score,
          order,
          ranked: { id, wallets: wallets.map((one) => one.name), why, held, confidence, sources, checked },
        },
      ];
    })
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .map((one) => one.ranked);
}
