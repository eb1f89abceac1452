/** What a page tells besides words that the library knows: errors in new words, answers of the gateway, a failure put up beside "paid". */
import { QUOTE_LIMIT } from '../messages.ts';
import { redact } from '../privacy/redact.ts';
import { readBareAnswer } from './bare-answer.ts';
import { plain } from './dom.ts';
import { isAtField, namelessReason, tellsFailure } from './nameless.ts';
import type { Spot } from './place.ts';
import { type Reason, reasonsIn } from './reasons.ts';
import type { Candidate, PageReader, Sighting } from './sighting.ts';
import { isTelling } from './telling.ts';
import { isVisible } from './visible.ts';

/** Sentences that nobody knows, of places that hold errors and said nothing else. */
export function namelessIn(
  places: readonly Element[],
  candidates: readonly Candidate[],
  known: readonly Sighting[],
  reader: PageReader,
): Sighting[] {
  const found: Sighting[] = [];
  for (const place of places) {
    if ([...known, ...found].some(({ element }) => plain(place).contains(element) || plain(element).contains(place)))
      continue;
    const { errorOnly } = reader.places;
    const only = plain(place).matches(errorOnly) || [...plain(place).querySelectorAll(errorOnly)].some(isSeen);
    const told = candidates.filter(
      ({ element, text, spot }) =>
        plain(place).contains(element) &&
        // What stands around an icon that nobody sees is the page.
        (only || spot.container || spot.heading) &&
        tellsFailure(text, spot, only, plain(place).textContent ?? '', reader),
    );
    const said = told.find(({ text }) => reader.places.trouble.test(text)) ?? told[0];
    if (!said) continue;
    const { element, text } = said;
    const spot: Spot = said.spot.place === 'text' ? { ...said.spot, place: 'result' } : said.spot;
    if (
      spot.place === 'dialog'
        ? asksConsent(spot.container!, reader) || isExplained(spot.container!, reader)
        : spot.place !== 'toast' && isAtField(place)
    )
      continue;
    found.push({ element, spot, reasons: [namelessReason(text, spot, reader)] });
  }
  return found;
}

/** Longest title of a page that says one thing. */
const MAX_TITLE = 60;

/** The title of a page that says little, where it tells of a failed payment in words that nobody knows. */
export function namelessTitle(candidates: readonly Candidate[], reader: PageReader): Sighting[] {
  const title = candidates.find(
    ({ text, spot }) =>
      spot.place === 'result' &&
      spot.heading &&
      text.length <= MAX_TITLE &&
      // A question, also one that is answered at once, is an advertiser's.
      !/[?？]/.test(text) &&
      tellsFailure(text, spot, false, text, reader),
  );
  if (!title || isExplained(document, reader) || isExplained(title.element, reader)) return [];
  return [{ element: title.element, spot: title.spot, reasons: [namelessReason(title.text, title.spot, reader)] }];
}

/** Icons smaller than this are for counting visitors. */
const ICON = 8;

/** Whether something can be seen that marks an error: its text, or an icon of some size. */
function isSeen(mark: Element): boolean {
  if (plain(mark).textContent?.trim()) return isVisible(mark);
  const { width, height } = plain(mark).getBoundingClientRect();
  return width >= ICON && height >= ICON;
}

/** A failure stands beside what says that a payment went through: then the money may not be spent again. */
export function paidBeside(element: Element, { table }: PageReader): Reason {
  const diagnosis = table.roles.paid;
  return {
    kind: 'structure',
    rule: `${diagnosis}/success-beside`,
    diagnosis,
    certainty: 'likely',
    place: 'result',
    quote: redact((plain(element).textContent ?? '').trim(), QUOTE_LIMIT),
    code: '',
    rank: 0,
    slots: 0,
    weight: 0,
  };
}

/** What the gateway answers to programs, shown to a person. */
export function readAnswer(root: Element, reader: PageReader): Sighting[] {
  const answer = readBareAnswer((plain(root).querySelector('pre') ?? plain(root)).textContent ?? '');
  if (!answer || !isVisible(root)) return [];
  const spot: Spot = { place: 'result', container: root, heading: false };
  const texts = [...answer.messages, ...answer.codes.map((code) => `error code: ${code}`)];
  const reasons = texts.flatMap((text) => reasonsIn(text, { place: 'result', errorPlace: true }, reader));
  const [said] = answer.messages;
  if (!reasons.length && answer.failed) reasons.push(namelessReason(said ?? answer.codes[0] ?? '', spot, reader));
  // Its messages, not its keys and braces, are what is read again.
  return reasons.length
    ? [{ element: root, spot, reasons, said: answer.messages.filter((text) => isTelling(text, reader.places.trouble)) }]
    : [];
}

const QUOTED = /["“„«「『‘].{2,40}["”“»」』’]/;

/** How many titles in a box quote something: what stands under such titles says what the quoted words mean. */
const quotedTitles = (box: Element): number =>
  [...plain(box).querySelectorAll('h2,h3,h4,h5,dt,summary')].filter((one) => QUOTED.test(plain(one).textContent ?? ''))
    .length;

/** What stands under a title like "about limits" explains, and so does what stands under titles that quote messages. */
export function isExplained(around: Document | Element, reader: PageReader): boolean {
  for (let box: Document | Element | null = around, climb = 0; box && box !== document.body && climb < 3; climb++) {
    const title = plain(box).querySelector('h1,h2,h3,h4,strong,[class*=title],[class*=hd]');
    if (title && reader.places.explains.test((plain(title).textContent ?? '').slice(0, 60).trim())) return true;
    if (box !== document && quotedTitles(box as Element) > 1) return true;
    box = plain(box).parentElement;
  }
  return false;
}

/** A dialog that wants consent explains what may happen; it reports nothing. */
export function asksConsent(dialog: Element, reader: PageReader): boolean {
  return [...plain(dialog).querySelectorAll('button, [role=button], a, label')].some((one) =>
    reader.guards.consent.test((plain(one).textContent ?? '').slice(0, 40)),
  );
}

const PROMOTION =
  /promo|coupon|voucher|gift card|discount|gutschein|rabatt|réduction|cup[oó]n|cupom|descuento|desconto|sconto|промокод|скидк|クーポン|쿠폰|优惠|優惠|折扣|红包|紅包|抵用/i;
/** A row with more text than this is no field. */
const MAX_FIELD = 160;
const FIELD_CLIMB = 3;

/** Whether an error stands at the field for a coupon or a promotion's code: what is refused there is no payment. */
export function isOfPromotion(error: Element): boolean {
  for (
    let box: Element | null = error, climb = 0;
    box && climb <= FIELD_CLIMB && (plain(box).textContent ?? '').length <= MAX_FIELD;
    box = plain(box).parentElement, climb++
  )
    if (plain(box).querySelector('input:not([type=hidden])')) return PROMOTION.test(plain(box).textContent ?? '');
  return false;
}
