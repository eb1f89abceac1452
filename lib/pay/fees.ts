/**
 * What a payment costs with a foreign card and which limits it meets. No network: the rate for dollars is the user's own or a
 * round one that is marked as such. Alipay may change its figures, so whoever shows them says "about" and points at the
 * confirm page.
 */
import { figures } from '../generated/figures.ts';

/** The rule of the fee; the figures are those of facts.json, where their sources and dates stand. */
export const FEE_RULE = {
  /** Up to and including this many yuan a payment is free of the wallet's fee. */
  threshold: figures.fee.threshold,
  /** Above it, this much of the whole amount, not only of what is over. */
  percent: figures.fee.percent,
  /** What banks add for a payment in foreign money, from nothing to this. */
  bankPercentMost: figures['fee-of-bank'].percent,
} as const;

/** Limits of the wallet in dollars, and the facts that hold them. */
export const LIMITS = [
  { id: 'identity-asked', fact: 'identity-threshold', usd: figures['identity-threshold'].amount, per: 'payment' },
  { id: 'unverified-year', fact: 'limits-unverified', usd: figures['limits-unverified'].year, per: 'year' },
  { id: 'verified-single', fact: 'limits-verified', usd: figures['limits-verified'].single, per: 'payment' },
  { id: 'verified-year', fact: 'limits-verified', usd: figures['limits-verified'].year, per: 'year' },
] as const;

/** A round rate for a first idea, not the rate of any day. Shown as "about". */
export const ROUGH_CNY_PER_USD = 7;

/** Above this a number is no payment any more, and cents would get lost. */
const MOST_CNY = 1e9;

export interface LimitMet {
  id: (typeof LIMITS)[number]['id'];
  /** Id of the fact that says more, with its sources. */
  fact: string;
  usd: number;
  cny: number;
  per: 'payment' | 'year';
  /** This payment alone is above the limit. */
  over: boolean;
}

export interface Fee {
  cny: number;
  /** The wallet's fee in yuan, to the cent. */
  fee: number;
  total: number;
  free: boolean;
  /** The bank's own fee for foreign payments, in yuan: from nothing to about this. */
  bankFeeMost: number;
  /** Into how many payments of up to 200 the bill could be split, where the shop agrees; 1 where nothing is to be saved. */
  parts: number;
  usd: number;
  /** The dollar figures rest on the round rate, not on one the user gave. */
  approximate: boolean;
  limits: LimitMet[];
}

const toCents = (value: number): number => Math.round(value * 100) / 100;

/** Whether a number can be an amount of money to pay. */
const isAmount = (value: unknown): value is number => typeof value === 'number' && value > 0 && value <= MOST_CNY;

/**
 * Fee and limits for one payment, or null for anything that is no amount (not a number, zero, negative, beyond all payments).
 * Rule: Alipay and MOFCOM guides; see facts.json.
 * @param cny amount in yuan
 * @param cnyPerUsd the user's rate; without one, or with an impossible one, the round rate
 */
export function feeFor(cny: number, cnyPerUsd?: number): Fee | null {
  if (!isAmount(cny)) return null;
  const amount = toCents(cny);
  if (amount === 0) return null;
  const given = typeof cnyPerUsd === 'number' && cnyPerUsd > 0.01 && cnyPerUsd < 1000;
  const rate = given ? cnyPerUsd : ROUGH_CNY_PER_USD;
  const free = amount <= FEE_RULE.threshold;
  // In cents and whole percents, so that no binary fraction can tip a half cent.
  const fee = free ? 0 : Math.round((Math.round(amount * 100) * FEE_RULE.percent) / 100) / 100;
  return {
    cny: amount,
    fee,
    total: toCents(amount + fee),
    free,
    bankFeeMost: toCents(((amount + fee) * FEE_RULE.bankPercentMost) / 100),
    parts: Math.ceil(amount / FEE_RULE.threshold),
    usd: toCents(amount / rate),
    approximate: !given,
    limits: LIMITS.map(({ id, fact, usd, per }) => ({
      id,
      fact,
      usd,
      per,
      cny: toCents(usd * rate),
      over: amount / rate > usd,
    })),
  };
}

/** The longest text that can be an amount. */
const MOST_CHARACTERS = 40;
/** Starts of the digits 0-9 that people type: ASCII, Arabic-Indic, Persian, Devanagari, Bengali, Thai. Full-width ones are folded by NFKC. */
const ZEROS = [0x30, 0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50];
/** Yuan in front of the number or behind it. Other money is not an amount in yuan. */
const YUAN = /^(?:人民币|人民幣|cny|rmb|[¥￥])\s*|\s*(?:元整?|圆|块钱?|人民币|人民幣|cny|rmb|yuan)$/giu;
const TEN_THOUSAND = /\s*[万萬]$/u;

/**
 * An amount in yuan from what a person typed ("1,234.50", "￥500", "５００元", "1.5万"), or null when it is none.
 * Takes anything and never throws. A comma or point before one or two last digits is the decimal mark; before three it parts
 * thousands.
 */
export function readAmount(text: unknown): number | null {
  if (typeof text === 'number') return isAmount(text) ? toCents(text) || null : null;
  if (typeof text !== 'string' || text.length > MOST_CHARACTERS) return null;
  let rest = [...text.normalize('NFKC')].map(asciiDigit).join('').trim().replace(YUAN, '').replace(YUAN, '').trim();
  const times = TEN_THOUSAND.test(rest) ? 10_000 : 1;
  rest = rest.replace(TEN_THOUSAND, '').replace(/٬/g, ',').replace(/٫/g, '.');
  const value = readNumber(rest, times > 1);
  return value !== null && isAmount(value * times) ? toCents(value * times) || null : null;
}

function asciiDigit(character: string): string {
  const point = character.codePointAt(0)!;
  const zero = ZEROS.find((start) => point >= start && point < start + 10);
  return zero === undefined ? character : String(point - zero);
}

/** A number with any of the usual marks; `short` numbers (before 万) have no thousands to part. */
function readNumber(text: string, short: boolean): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const decimal = new RegExp(`^(.*?)[.,](\\d{1,${short ? 4 : 2}})$`).exec(text);
  const whole = decimal ? decimal[1]! : text;
  const cents = decimal ? decimal[2]! : '';
  if (whole === '' && cents !== '') return Number(`0.${cents}`);
  const mark = decimal ? text.at(-1 - cents.length)! : '';
  // Thousands: groups of three behind one and the same mark, which cannot be the decimal mark too.
  const parted = /^[1-9]\d{0,2}(?:([,.'’\s])\d{3})(?:\1\d{3})*$/u.exec(whole);
  if (parted && parted[1] !== mark) return Number(`${whole.replace(/\D/g, '')}.${cents || 0}`);
  return /^\d+$/.test(whole) ? Number(`${whole}.${cents || 0}`) : null;
}
