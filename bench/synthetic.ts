/**
 * Phrases and texts of any size, the same in every run: so that growth can be measured far beyond the library's own size. Phrases are four
 * tenths combined payment messages, fifteen hundredths English ones, a tenth codes, and the rest windows of running text. Texts share their
 * vocabulary with the phrases, as checkout pages do, which is what makes reading them hard.
 */
import { Converter } from 'opencc-js/cn2t';
import { foldWord } from '../lib/library/alphabet.ts';
import { placeAnchors } from '../lib/library/anchors.ts';
import { anchorLength, FIRST_PLACE } from '../lib/detect/match.ts';
import { flat } from './peers/callers-fold.ts';
import {
  WHO,
  WHAT,
  STATE,
  ADVICE,
  WHERE,
  SUBJECT,
  VERB,
  OBJECT,
  CODE,
  CODE_END,
  INTERFACE,
} from './synthetic-words.ts';

/** Numbers from 0 to below a limit, the same for the same seed. */
export function random(seed: number): (limit: number) => number {
  let state = seed | 0 || 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

const PROSE_LETTERS = 2000;
const PROSE_WORDS = 6000;

/** Common Han characters: those of the first level of GB 2312, decoded rather than typed. */
function commonHan(): string[] {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xd7; row++)
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) bytes.push(row, cell);
  return [...new TextDecoder('gbk').decode(new Uint8Array(bytes))];
}

/** A place in a list, the first ones more often, as words and characters of a language are used; the larger `even`, the less so. */
const skewed = (next: (limit: number) => number, length: number, even: number): number =>
  Math.min(length - 1, Math.floor(even * ((length / even + 1) ** (next(1_000_000) / 1_000_000) - 1)));

let vocabulary: string[] | undefined;

/** Words of one to three characters, common ones first. */
function words(): string[] {
  if (vocabulary) return vocabulary;
  const next = random(11);
  const letters = commonHan();
  for (let i = letters.length - 1; i > 0; i--) {
    const other = next(i + 1);
    [letters[i], letters[other]] = [letters[other]!, letters[i]!];
  }
  const letter = (): string => letters[skewed(next, PROSE_LETTERS, 40)]!;
  const made = new Set<string>();
  while (made.size < PROSE_WORDS)
    made.add(Array.from({ length: made.size < 60 ? 1 : next(5) ? 2 : 3 }, letter).join(''));
  return (vocabulary = [...made]);
}

/** Running text of about so many units. */
export function prose(units: number, seed: number): string {
  const next = random(seed);
  const list = words();
  const parts: string[] = [];
  for (let length = 0, inSentence = 0; length < units;) {
    const word = list[skewed(next, list.length, 12)]!;
    parts.push(word);
    length += word.length;
    if (++inSentence > 4 + next(9)) {
      parts.push(next(3) ? '，' : '。');
      inSentence = 0;
      length++;
    }
  }
  return parts.join('');
}

const made: string[] = [];
let makeMore: (() => string) | undefined;
const seen = new Set<string>();

function phraseMaker(): () => string {
  const next = random(3);
  const pick = (list: readonly string[]): string => list[next(list.length)]!;
  const running = prose(400_000, 5).replaceAll(/[，。]/g, '');
  return () => {
    const kind = next(100);
    if (kind < 40)
      return (
        pick(WHO) +
        pick(WHAT) +
        pick(STATE) +
        (next(2) ? `，${pick(ADVICE)}${pick(WHERE)}` : next(3) ? '' : `（${1000 + next(9000)}）`)
      );
    if (kind < 55)
      return `${pick(SUBJECT)} ${pick(VERB)} ${pick(OBJECT)}${next(3) ? ` ${String.fromCharCode(97 + next(26))}${next(1000)}` : ''}`;
    if (kind < 65) return next(2) ? `${pick(CODE)}_${pick(CODE)}_${pick(CODE_END)}` : `ALIN${10_000 + next(40_000)}`;
    const length = 5 + next(9);
    const at = next(running.length - length);
    return running.slice(at, at + length);
  };
}

/** The first phrases of an endless list: shorter lists are beginnings of longer ones. All differ when folded and have four folded units or more. */
export function phrases(count: number): string[] {
  makeMore ??= phraseMaker();
  while (made.length < count) {
    const phrase = makeMore();
    const folded = foldWord(phrase);
    if (folded.length < 4 || seen.has(folded)) continue;
    seen.add(folded);
    made.push(phrase);
  }
  return made.slice(0, count);
}

/** Ways in which a page writes the same words. */
export const DISGUISES = ['plain', 'spaced', 'wide', 'zero-width', 'traditional'] as const;
export type Disguise = (typeof DISGUISES)[number];

const toTraditional = Converter({ from: 'cn', to: 't' });

/** A character's Traditional form, where it has one that reads as the same. */
function traditional(char: string): string {
  const form = toTraditional(char);
  return form.length === char.length && foldWord(form) === foldWord(char) ? form : char;
}

/** The same words in another form, which folding undoes. */
export function disguised(phrase: string, disguise: Disguise): string {
  if (disguise === 'plain') return phrase;
  if (disguise === 'wide') return phrase.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  if (disguise === 'traditional') return [...phrase].map(traditional).join('');
  return [...phrase].join(disguise === 'spaced' ? ' ' : '\u200b');
}

/** Phrases of a list that each look different in one of the disguises, in the order of `DISGUISES`. */
export function oneForEachDisguise(list: readonly string[]): string[] {
  const chosen: string[] = [];
  for (const disguise of DISGUISES) {
    const phrase = list.find(
      (one) => !chosen.includes(one) && (disguise === 'plain' || disguised(one, disguise) !== one),
    );
    if (phrase === undefined) throw new Error(`no phrase can be ${disguise}`);
    chosen.push(phrase);
  }
  return chosen;
}

/**
 * Text of a page: interface and running text, with phrases standing in it.
 * @param units length in UTF-16 units
 * @param hits phrases to put into it, spread evenly
 * @param disguise how they are written; `mixed`: each in another way
 * @throws Error when the text is too short for them
 */
export function pageText(units: number, hits: readonly string[], disguise: Disguise | 'mixed' = 'plain'): string {
  const next = random(29);
  const running = prose(units, 17);
  const stands = hits.map(
    (phrase, at) => `\n${disguised(phrase, disguise === 'mixed' ? DISGUISES[at % DISGUISES.length]! : disguise)}\n`,
  );
  const room = units - stands.reduce((sum, phrase) => sum + phrase.length, 0);
  if (room < 0) throw new Error(`${hits.length} phrases do not fit into ${units} units`);
  const parts: string[] = [];
  let length = 0;
  for (let at = 0; length < room;) {
    const part = (
      next(5) < 2 ? `${INTERFACE[next(INTERFACE.length)]!}\n` : running.slice(at, (at += 20 + next(60)))
    ).slice(0, room - length);
    parts.push(part);
    length += part.length;
  }
  const pace = parts.length / (stands.length + 1);
  return flat(
    [...parts.keys()]
      .map((at) => parts[at]! + stands.filter((_, hit) => Math.floor(pace * (hit + 1)) === at).join(''))
      .join(''),
  );
}

/** Texts that are hard to read: parts of phrases, whole phrases, and runs that many phrases share. The last knows how our matcher works. */
export const ATTACKS = [
  'near misses',
  'all phrases',
  'one phrase repeated',
  'most shared run repeated',
  'our most crowded anchor repeated',
] as const;
export type Attack = (typeof ATTACKS)[number];

/** The first of the most frequent. */
function mostFrequent(runs: Iterable<string>): string {
  const counts = new Map<string, number>();
  for (const run of runs) counts.set(run, (counts.get(run) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}

function* runsOfFour(words: readonly string[]): Iterable<string> {
  for (const word of words) for (let at = 0; at + 4 <= word.length; at++) yield word.slice(at, at + 4);
}

function anchors(words: readonly string[]): string[] {
  const places = placeAnchors(words);
  return words.map((word, id) => {
    const at = places.charCodeAt(id) - FIRST_PLACE;
    return word.slice(at, at + anchorLength(word));
  });
}

/** Text that is as hard to read as such a text can be. */
export function adversarial(attack: Attack, units: number, list: readonly string[]): string {
  const words = list.map(foldWord);
  const parts: Record<Attack, () => string> = {
    'near misses': () => list.map((phrase) => phrase.slice(0, -1)).join(''),
    'all phrases': () => list.join(''),
    'one phrase repeated': () => list[0]!,
    'most shared run repeated': () => mostFrequent(runsOfFour(words)),
    'our most crowded anchor repeated': () => mostFrequent(anchors(words)),
  };
  const part = parts[attack]();
  return flat(part.repeat(Math.ceil(units / part.length)).slice(0, units));
}
