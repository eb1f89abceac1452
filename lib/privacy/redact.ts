/**
 * Masking of anything that came from a page or a user before it is shown, stored or sent between our own parts.
 * A second line of defence: quotes are built from words the library already knows (see detect/judge.ts).
 */
import { maskAddresses } from './addresses.ts';
import { maskExtensions, maskIdentifiers } from './identifiers.ts';
import { maskPersons } from './persons.ts';

/** Links, with whatever their query carries. */
const LINK = /(?:\bhttps?:\/\/|\bwww\.)[^\s\p{sc=Han},，。;；"'<>]{2,}/giu;
/** `token=…`, `name=…`, as in the address of a page. */
const PARAMETER = /([\w.-]{1,30}(?:=|%3[Dd]))(?!•)[^\s&,;，。；…]{3,}/g;
/** Bank accounts in groups of four, letters among them: `GB29 NWBK 6016 …`; in small letters only with so many digits that no words are meant. */
const IBAN =
  /\b[A-Z]{2}\d{2}(?:[\s.‐-―-]?[A-Z0-9]{4}){2,7}(?:[\s.‐-―-]?[A-Z0-9]{1,4})?\b|\b[a-z]{2}\d{2}(?=(?:[\s.-]?[a-z]{0,4}[\s.-]?\d){6})(?:[\s.-]?[a-z0-9]{4}){2,7}(?:[\s.-]?[a-z0-9]{1,4})?\b/g;
/** Passports, permits and references mix letters with digits: `C01X00T47`, `E12345678`. */
const MIXED = /(?<![A-Za-z0-9])(?=(?:[A-Za-z]{0,8}[0-9]){4})[A-Za-z0-9]{6,}(?![A-Za-z0-9])/g;
/** Session keys and tokens: long, unbroken, with letters and digits. */
const TOKEN = /(?<![\w~+/=.-])(?=[\w~+/=.-]*[0-9])(?=[\w~+/=.-]*[A-Za-z])[\w~+/=.-]{19,}[\w~+/=]/g;
/** A piece of one without digits: no word changes between small letters and capitals so often. */
const MOTLEY = /(?<![A-Za-z0-9])(?=(?:[A-Z]*[a-z]+[A-Z]){4})[A-Za-z]{12,}(?![A-Za-z0-9])/g;
/**
 * Four or more digits of any script, and circled ones that do not fold, also with spaces, hyphens, dots, slashes, brackets or stars between them: card, phone, ID, order and
 * account numbers.
 */
const DIGITS = /[+(]{0,2}[\p{Nd}❶-➓⓫-⓿](?:(?:[\s.\-*•·_–—/]|\s?[()/–—-]{1,2}\s?)?[\p{Nd}❶-➓⓫-⓿]){3,}[xX]?/gu;
/** What nobody sees between what they read: a number or name with it inside is that number or name. */
const UNSEEN = /[\p{DI}\ufff9-\ufffb]+/gu;
/** Strokes and boxes around digits. */
const MARKED = /(\p{Nd})\p{M}+/gu;
/** Control characters, ends of lines and blanks that are no white space: something stands between what is before and behind them. */
const BLANK = /[\p{Cc}\u2028\u2029\u2800]+/gu;
/** Colons of other scripts, some of which fold to two full stops. */
const COLON = /[︰∶]/g;
/** An ellipsis is ours and says that something was cut; folded it would be three full stops. */
const BETWEEN_ELLIPSES = /[^…]+/g;
const fold = (text: string): string => text.normalize('NFKC');
/** The beginning of what a cut went through: half an address is none that could be told. */
const CUT_WORD = /[^\s\p{sc=Han}]*$/u;

/**
 * A text without e-mail addresses, links, long numbers, persons as far as they can be told and invisible characters, cut to a length.
 * @param text anything; full-width digits are read as digits
 * @param limit most UTF-16 units to keep; a cut text ends with an ellipsis
 */
export function redact(text: string, limit: number): string {
  const most = limit * 4;
  const whole = text.length > most ? text.slice(0, most).replace(CUT_WORD, '') : text;
  const plain = whole
    .replace(UNSEEN, '')
    .replace(MARKED, '$1')
    .replace(BLANK, ' ')
    .replace(COLON, ':')
    .replace(BETWEEN_ELLIPSES, fold)
    .replace(UNSEEN, '')
    .replace(/\s+/g, ' ');
  const unnumbered = maskIdentifiers(plain.replace(LINK, '•••'))
    .replace(PARAMETER, '$1•••')
    .replace(TOKEN, '••••')
    .replace(MOTLEY, '••••')
    .replace(IBAN, '••••');
  const unnamed = maskPersons(maskAddresses(unnumbered));
  const clean = maskExtensions(unnamed.replace(MIXED, '••••').replace(DIGITS, '••••')).trim();
  return clean.length > limit ? `${clean.slice(0, limit - 1)}…` : clean;
}

/** The same for a text that is only looked at: line by line, and nothing is cut. */
export const redactLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => redact(line, Math.max(1, line.length * 2)))
    .join('\n');
