/**
 * A page on which something stands where errors stand, in words that the page script does not know, says perhaps that a payment failed and
 * perhaps something else. The page script does not decide it: the background reads the words with the learned reader, and only what that
 * is sure of becomes a finding. Until then nothing is shown and nothing is kept.
 */
import { namelessReason, isAtField, maySpeak } from './nameless.ts';
import type { PageSize } from './page-text.ts';
import { paintedBox } from './painted.ts';
import { asksConsent, isExplained, isOfPromotion } from './read-errors.ts';
import { type Reason, reasonsIn } from './reasons.ts';
import type { Candidate, PageReader, Sighting } from './sighting.ts';

/** Letters without which a text is a label. */
const FEWEST_LETTERS = 6;
const SENTENCES = /(?<=[。！!；;])|(?<=[.?？])\s/;

const lettersOf = (text: string): number => text.replace(/[^\p{L}]/gu, '').length;

/**
 * The text of a page that may report a failure in words that nobody listed, or none: what was put up as an error, else what floats above the
 * page, else what a page that says little tells of trouble. The judge of boxes in the background is asked about each of them, and of the
 * longer ones it believes less (understand/belief).
 * @param candidates the page's texts that may speak, none of which said anything known
 */
export function doubtIn(candidates: readonly Candidate[], size: PageSize, reader: PageReader): Sighting[] {
  const isTitled = isExplained(document, reader);
  for (const place of [errorPlace, floatingPlace, ...(size.small && !isTitled ? [textPlace] : [])]) {
    const said = candidates
      .flatMap((one) => (mayReport(one, reader) && place(one, reader)) || [])
      .reduce<Candidate | null>((most, one) => (lettersOf(one.text) > lettersOf(most?.text ?? '') ? one : most), null);
    if (!said) continue;
    const { element, text, spot } = said;
    return [
      { element, spot, reasons: bareReasons(said, reader) ?? [namelessReason(text, spot, reader)], doubtful: true },
    ];
  }
  return [];
}

/** A failure without a cause in known words, which count for little where they stand. */
function bareReasons({ text }: Candidate, reader: PageReader): Reason[] | null {
  const { nameless } = reader.table.roles;
  const bare = reasonsIn(text, { place: 'text', errorPlace: true }, reader).filter((one) => one.diagnosis === nameless);
  return bare.length ? bare : null;
}

const tellsEnd = (text: string, { places }: Pick<PageReader, 'places'>): boolean =>
  places.trouble.test(text) || places.ended.test(text);

/** At a field that is filled in, only what speaks of the payment itself is more than a remark about what was typed. */
const PAYING =
  /[付扣]款|支付|支払|決済|결제|\bpay|zahl|\bpag[oa]|paiement|плат|دفع|bayar|thanh toán|ชำระ|จ่าย|öde|płat|betal/i;

type Placing = (candidate: Candidate, reader: PageReader) => Candidate | null;

const mayReport = ({ element, text }: Candidate, reader: PageReader): boolean =>
  lettersOf(text) >= FEWEST_LETTERS &&
  maySpeak(text, reader) &&
  reportsIn(text, reader) &&
  (PAYING.test(text) || !isAtField(element));

/** In an alert, or painted as one. */
const errorPlace: Placing = (candidate) => {
  const { element, spot } = candidate;
  if (spot.container) return spot.place === 'alert' && !isOfPromotion(spot.container) ? candidate : null;
  const box = paintedBox(element);
  return box && { ...candidate, spot: { place: 'alert', container: box, heading: false } };
};

/** In a toast, or in a dialog that neither explains nor asks for consent. */
const floatingPlace: Placing = (candidate, reader) => {
  const { place, container } = candidate.spot;
  if (!container || (place === 'dialog' && (asksConsent(container, reader) || isExplained(container, reader))))
    return null;
  return candidate;
};

/** Plain text that tells of trouble, of an end, or of a payment before. */
const textPlace: Placing = (candidate, reader) => {
  const { spot, text } = candidate;
  return !spot.container && tellsEnd(text, reader) ? candidate : null;
};

/** Whether a text, or a sentence of it that tells of trouble, speaks of this time: not of conditions, of others or of other times. */
function reportsIn(text: string, { guards: { before, anywhere }, places }: PageReader): boolean {
  const isReport = (part: string): boolean => {
    before.lastIndex = 0;
    return !before.test(part) && !anywhere.test(part);
  };
  return isReport(text) || text.split(SENTENCES).some((part) => tellsEnd(part, { places }) && isReport(part));
}
