/** Postal addresses in a text, where a label, a house number, a postcode or the order of places tells them. */
import { once } from './once.ts';

const HAN = '\\p{sc=Han}';
/** A name of a street in letters that have capitals. */
const PROPER = "\\p{Lu}[\\p{L}'’.-]*";

const HOUSE = '(?:[\\p{Nd}A-Za-z]{1,4}(?:号楼|单元|栋|幢|座|室|楼|层|号))*';
const ENGLISH =
  'Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Boulevard|Blvd|Court|Square|Terrace|Way|Close|Crescent|Parkway|Circle|Grove|Gardens|Mews';
/** What may follow a street: a flat, and places that end in a postcode. */
const REST = `(?:,?\\s(?:Apt|Apartment|Unit|Suite|Flat)\\.?\\s?\\w{1,6})?(?:(?:,\\s?${PROPER}(?:\\s${PROPER})?){1,2},?\\s\\p{Nd}{4,6}(?!\\p{Nd}))?`;
const ROMANCE =
  '[Rr]ue|[Aa]venue|[Bb]oulevard|[Cc]hemin|[Aa]llée|[Ii]mpasse|[Qq]uai|[Cc]alle|[Pp]laza|[Vv]ia|[Vv]iale|[Cc]orso|[Rr]ua|[Tt]ravessa';
const OF = '(?:d[aeou]s?\\s|de[ls]\\s|l[aeo]s?\\s)*';
const STREETS = [
  `[${HAN}\\p{Nd}]{2,24}?(?:路|街|道|巷|弄|胡同)\\p{Nd}{1,5}[号弄巷]${HOUSE}`,
  `${HAN}{2,16}?(?:小区|花园|公寓|大厦|新村|苑|家园)\\p{Nd}{1,4}(?:号楼|栋|幢|座|号)${HOUSE}`,
  `(?:${HAN}{2,7}(?:省|自治区))?${HAN}{2,7}市${HAN}{1,7}[区县市]${HAN}{1,10}(?:[村镇乡]|街道)(?:${HAN}{1,3}组)?`,
  `\\p{Nd}{1,5}[A-Za-z]?\\s(?:\\p{Lu}[\\p{L}'’.]*\\s){1,3}(?:${ENGLISH})(?!\\p{L})${REST}`,
  '\\p{Lu}[\\p{Ll}-]{1,30}(?:straße|strasse|str\\.|weg|gasse|platz|straat|laan|gracht|plein|gatan|vägen|gata|vej|gade|veien)\\s?\\p{Nd}{1,4}[a-z]?',
  `(?<!\\p{L})(?:${ROMANCE})\\s${OF}${PROPER},?\\s?\\p{Nd}{1,4}`,
  `\\p{Nd}{1,4},?\\s(?:bis\\s)?(?:${ROMANCE})\\s${OF}${PROPER}`,
  `(?<!\\p{L})(?:ул|пр|пер|наб|улица|проспект)\\.?\\s${PROPER},?\\s(?:д\\.?\\s?)?\\p{Nd}{1,4}`,
  `${HAN}{1,4}[都府県][${HAN}\\p{sc=Hiragana}\\p{sc=Katakana}]{2,20}\\p{Nd}[\\p{Nd}-]*`,
  '\\p{sc=Hangul}{1,9}[시도]\\s\\p{sc=Hangul}{1,9}[구군시]\\s\\p{sc=Hangul}{1,9}[로길동]\\s?\\p{Nd}+(?:-\\p{Nd}+)?',
  '(?<!\\p{L})P\\.?\\s?O\\.?\\s?Box\\s\\p{Nd}+',
  // A British postcode, a place by itself.
  '(?<![A-Za-z0-9])[A-Z]{1,2}\\d[A-Z\\d]?\\s\\d[A-Z]{2}(?![A-Za-z0-9])',
];
const street = once(() => new RegExp(STREETS.join('|'), 'gu'));
const LABELLED =
  /((?:[Aa]ddress|ADDRESS|地址|住址|住所|주소|[Aa]dresse|[Dd]irección)\s?:\s?)(?![•…])[^.;。；…]{1,80}/gu;

/** A text whose compatibility forms are folded, without the postal addresses that can be told. */
export const maskAddresses = (text: string): string => text.replace(LABELLED, '$1•••').replace(street(), '•••');
