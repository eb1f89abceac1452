/**
 * Codes printed in a text. Three anchors cover every source seen: `错误码：X` on the cashier, `错误代码 X` on the gateway page and
 * `(ALIN…)` in the app's popups; a code outranks the sentence around it. Screenshots and typing turn ALI64 into AL164 and
 * ALIN10146 into "alin 1O146", so those are read as what they are.
 */
import type { Certainty } from '../messages.ts';
import { isUnknownCodeShape } from '../privacy/code-shape.ts';
import { CODE_WORD, CROWDED } from './code-words.ts';
import type { DetectTable } from './table.ts';

export interface CodeFound {
  /** The code as the library prints it, or as the page does when it is unknown. */
  code: string;
  diagnosis: string | null;
  certainty: Certainty;
  known: boolean;
}

export type CodeReader = (text: string, options?: { typed?: boolean }) => CodeFound[];

const MAX_TEXT = 4000;
/** A code behind the words that introduce one. */
export const ANCHORED = new RegExp(
  `${CODE_WORD}s?["'\\s]{0,8}[:：=为是\\-(（[【{]{0,4}["'\\s]{0,8}([A-Za-z][A-Za-z0-9_.-]{1,59}|\\d{2,6}(?!\\d))`,
  'gi',
);
const ALI = /(?<![A-Za-z0-9])A[LI1][I1L][NP]?[\s-]?[0-9OIl]{1,8}(?![A-Za-z0-9])/gi;
const DOTTED = /(?<![\w.])(?:ACQ|ISV|ISP|AOP)\.[A-Za-z][\w.-]{2,59}/gi;
const SNAKE = /(?<![A-Za-z0-9_.])[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?![A-Za-z0-9_])/g;
/** Letters and digits in brackets behind a sentence. Digits alone may be the tail of a card and never count. */
const BRACKETED = /[([【]\s*([A-Z]{1,4}\d{3,8})\s*[)\]】]/g;
const MINUS = /(?<![\w.])[A-Z]\d-\d{3,5}(?![\w-])/g;

/** What follows goes on with a number, an address or a name: the token is the beginning of something longer. */
const GOES_ON = /^[.\-_]*(?:[@/:\\]|[\s.\-*•·–—()]{0,2}\p{Nd})|^[.\-_]+\p{L}/u;

/** Makes the reader of a compiled table's codes. */
export function makeCodeReader(table: Pick<DetectTable, 'codes' | 'codeFamilies' | 'noFailures'>): CodeReader {
  const noFailures = new Set(table.noFailures.map((code) => code.toUpperCase()));
  const known = new Map<string, CodeFound>();
  for (const [key, list] of Object.entries(table.codes)) {
    const [certainty, diagnosis] = key.split(' ') as [Certainty, string];
    for (const code of list.split('|')) known.set(code.toUpperCase(), { code, diagnosis, certainty, known: true });
  }
  const families = table.codeFamilies.map((one) => ({ ...one, test: new RegExp(one.pattern) }));

  const unknown = (code: string): CodeFound => {
    const family = families.find((one) => one.test.test(code.toUpperCase()));
    return { code, diagnosis: family?.diagnosis ?? null, certainty: family?.certainty ?? 'unsure', known: false };
  };

  return (raw, { typed = false } = {}) => {
    const text = raw.slice(0, MAX_TEXT).normalize('NFKC');
    const found = new Map<string, CodeFound>();
    const add = (token: string, needKnown: boolean, after = ''): void => {
      const clean = token.replace(/[.\-_]+$/, '');
      const hit = known.get(clean.toUpperCase());
      if (noFailures.has(clean.toUpperCase())) return;
      // A number that goes on is the beginning of another, also where the library knows it.
      if (hit && /^\d+$/.test(clean) && GOES_ON.test(after)) return;
      if (hit) found.set(hit.code, hit);
      else if (!needKnown && isUnknownCodeShape(clean) && !GOES_ON.test(after)) found.set(clean, unknown(clean));
    };

    for (const match of text.matchAll(ALI)) {
      const token = readAli(match[0]);
      // Misread letters come from screenshots; a page prints them right. Lower case counts only where it cannot be a name: in brackets, after
      // an anchor, or typed.
      if (
        token &&
        (typed || /^ALI/.test(match[0]) || (/^ali/.test(match[0]) && inBrackets(text, match.index, match[0].length)))
      )
        add(token, false, behind(text, match));
    }
    for (const match of text.matchAll(DOTTED))
      add(match[0].toUpperCase().startsWith('ACQ') ? match[0].toUpperCase() : match[0], false, behind(text, match));
    for (const match of text.matchAll(ANCHORED)) {
      const token = match[1]!;
      const ali = readAli(token);
      if (ali) add(ali, false, behind(text, match));
      else if (!/^A[LI1][I1L][NP]?$/i.test(token)) add(token, false, behind(text, match));
    }
    for (const match of text.matchAll(SNAKE)) add(match[0], true);
    for (const match of text.matchAll(MINUS)) add(match[0], true);
    for (const match of text.matchAll(BRACKETED)) add(match[1]!, true);
    const crowded = text.indexOf(CROWDED.words);
    if (crowded >= 0 && text.slice(crowded, crowded + 19).includes(CROWDED.code)) add(CROWDED.code, true);
    // The first reading that is a known code counts: BEYOND_PAY_RESTRICTION is not ACQ.BEYOND_PAY_RESTRICTION.
    const meant = typed
      ? typedTokens(text).find((token) => known.has(token.replace(/[.\-_]+$/, '').toUpperCase()))
      : undefined;
    if (meant) add(meant, true);
    return [...found.values()];
  };
}

/** Letters and digits misread by people and OCR: AL164 -> ALI64, A1IN -> ALIN, O -> 0. */
function readAli(token: string): string | null {
  const letters = /^A[LI1][I1L]([NP]?)[\s-]?([0-9OIl]+)$/i.exec(token);
  if (!letters) return null;
  const digits = letters[2]!.replace(/[Oo]/g, '0').replace(/[Il]/g, '1');
  return /\d/.test(letters[2]!) ? `ALI${letters[1]!.toUpperCase()}${digits}` : null;
}

function inBrackets(text: string, start: number, length: number): boolean {
  return /[([【（]\s*$/.test(text.slice(0, start)) && /^\s*[)\]】）]/.test(text.slice(start + length));
}

/** What follows a match closely. */
const behind = (text: string, { index, 0: { length } }: RegExpExecArray): string =>
  text.slice(index + length, index + length + 8);

/** What a person may have typed instead of a printed code: "acq trade has success", "trade-has-success", "6001". */
function typedTokens(text: string): string[] {
  const bare = text.trim().replace(/^[("'[]+|[)"'\].!]+$/g, '');
  if (!/^[\w.\s-]{2,70}$/.test(bare)) return [];
  const joined = bare.replace(/[\s-]+/g, '_');
  return [
    bare,
    joined,
    joined.replace(/^acq_/i, 'ACQ.'),
    `ACQ.${joined}`,
    bare.replace(/\s+/g, '-'),
    bare.replace(/\s+/g, ''),
  ];
}
