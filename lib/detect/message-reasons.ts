/** What a text that may be a message says of a failure, by where it stands: what explains, asks or offers reports nothing. */
import { CODE_WORD } from './code-words.ts';
import { BUSY_PAGE, type PageSize } from './page-text.ts';
import { asksConsent, isExplained, isOfPromotion } from './read-errors.ts';
import { type Reason, reasonsIn } from './reasons.ts';
import type { Candidate, PageReader } from './sighting.ts';
import { hanLength } from './telling.ts';

/** A plain text longer than this must name the failure and its cause to count. */
const SHORT = 75;
/** In plain text a code counts only where it is called one, or is a cashier code. */
const CODE_SAID = new RegExp(`[错錯][误誤]|error|${CODE_WORD}|\\bALI[NP]?\\d`, 'i');

/** The reasons of a text in its place; none where it is no message about this payment. */
export function messageReasons({ text, spot }: Candidate, size: PageSize, reader: PageReader): Reason[] {
  const place = spot.place!;
  const reasons = reasonsIn(text, { place, errorPlace: true }, reader);
  if (!reasons.length) return reasons;
  const no = (by: string): [] => {
    reader.hear?.('prose', text, by);
    return [];
  };
  if (place === 'dialog' && isExplained(spot.container!, reader)) return no('title of an explanation');
  if (place === 'dialog') return asksConsent(spot.container!, reader) ? no('dialog asks for consent') : reasons;
  if (place === 'alert' && isOfPromotion(spot.container!)) return no('field for a code of a promotion');
  if (place === 'alert' || place === 'toast') return reasons;
  if (isExplained(document, reader)) return no('title of an explanation');
  // Plain text and page-filling text: only what speaks of this payment, not what explains payments in general.
  const { bare } = reader.table.roles;
  const named = reasons.some((one) => bare.includes(one.rule));
  if (spot.heading && text.length <= 60) return reasons;
  const concrete = named || reader.guards.concrete.test(text) || CODE_SAID.test(text);
  if (place === 'result') return concrete ? reasons : no('not concrete');
  const coded = CODE_SAID.test(text);
  const sure = reasons.filter(
    (one) => !bare.includes(one.rule) && one.certainty !== 'unsure' && (one.kind !== 'code' || coded),
  );
  const long = hanLength(text) > SHORT;
  if (size.length > BUSY_PAGE) {
    const strong = long ? [] : sure.filter((one) => one.kind !== 'family');
    return strong.length ? strong : no('busy page');
  }
  if (named && (text.length <= 20 || sure.length)) return reasons;
  if (long || !concrete) return no(long ? 'long text' : 'not concrete');
  return reasonsIn(text, { place, errorPlace: false }, reader).filter((one) => one.kind !== 'code' || coded);
}
