/** From the engine's table of words to a text as a person would type it. */

/** A word with its place in the prepared picture, in pixels. */
export interface RecognisedWord {
  text: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** 0 to 100, the engine's own. */
  confidence: number;
  /** Words of one line, and lines of one block, share these numbers. */
  block: number;
  line: number;
}

const WORD = '5';

/** Reads the engine's tab-separated table; rows that are no words are passed over. */
export function wordsOfTable(table: string): RecognisedWord[] {
  const words: RecognisedWord[] = [];
  let line = 0;
  let last = '';
  for (const row of table.split('\n')) {
    const [level, , block, paragraph, number, , left, top, width, height, confidence, ...rest] = row.split('\t');
    const text = rest.join(' ').trim();
    if (level !== WORD || text === '') continue;
    const key = `${block}/${paragraph}/${number}`;
    if (key !== last) line += 1;
    last = key;
    words.push({
      text,
      left: Number(left),
      top: Number(top),
      right: Number(left) + Number(width),
      bottom: Number(top) + Number(height),
      confidence: Number(confidence),
      block: Number(block),
      line,
    });
  }
  return words;
}

/** Signs that are written without blanks between them: Han, their punctuation, full-width forms. */
const WIDE = '[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef]';
const GAP = new RegExp(`(?<=${WIDE}) +(?=${WIDE})`, 'gu');
/** Words the engine itself does not believe in, and pieces without a letter or digit, are specks. */
const BELIEVED = 22;
/** Words of several Han signs come from the engine's dictionary: beside believed ones they are right however little the engine trusts them. */
const HAN_WORD = /^(?!.*一)\p{Script=Han}{2,}$/u;
/** A piece of fewer signs than this is a speck if the engine trusts it less, on the whole. */
const SHORT = 4;
const TRUSTED = 62;
/** What is left of a frame beside the words. */
const FRAME = /^[|_=~—-]+$/;
const SIGNS = /[\p{L}\p{N}]/gu;

interface Piece {
  words: RecognisedWord[];
  left: number;
  top: number;
  right: number;
  bottom: number;
}

function pieceOf(words: RecognisedWord[]): Piece {
  return {
    words,
    left: Math.min(...words.map((one) => one.left)),
    top: Math.min(...words.map((one) => one.top)),
    right: Math.max(...words.map((one) => one.right)),
    bottom: Math.max(...words.map((one) => one.bottom)),
  };
}

const heightOf = ({ top, bottom }: Pick<Piece, 'top' | 'bottom'>): number => bottom - top;
const sayingOf = ({ words }: Piece): string =>
  words
    .map(({ text }) => text)
    .join(' ')
    .replace(GAP, '');

function isSpeck(piece: Piece): boolean {
  const signs = sayingOf(piece).match(SIGNS)?.length ?? 0;
  const trust = piece.words.reduce((sum, { confidence }) => sum + confidence, 0) / piece.words.length;
  return signs === 0 || (signs < SHORT && trust < TRUSTED);
}

/** Lines, cut where a column ends: the name of a field and its value do not belong to one sentence. */
function piecesOf(words: readonly RecognisedWord[]): Piece[] {
  const pieces: RecognisedWord[][] = [];
  let last: RecognisedWord | null = null;
  for (const word of words) {
    if (FRAME.test(word.text)) continue;
    const goesWith = last?.line === word.line && last.confidence >= BELIEVED && HAN_WORD.test(word.text);
    if (word.confidence < BELIEVED && !goesWith) continue;
    const high = Math.max(heightOf(word), last ? heightOf(last) : 0);
    if (last && last.line === word.line && word.left - last.right < high * 2.2) pieces.at(-1)!.push(word);
    else pieces.push([word]);
    last = word;
  }
  return pieces.map(pieceOf).filter((piece) => !isSpeck(piece));
}

/** Whether a line goes on with the sentence of the one above it: close below, as large, in the same column. */
function goesOn(above: Piece, below: Piece): boolean {
  const [small, large] = [heightOf(above), heightOf(below)].toSorted((a, b) => a - b) as [number, number];
  const gap = below.top - above.bottom;
  const shared = Math.min(above.right, below.right) - Math.max(above.left, below.left);
  const narrow = Math.min(above.right - above.left, below.right - below.left);
  return large < small * 1.6 && gap > -small * 0.4 && gap < large * 0.95 && shared > narrow * 0.6;
}

/**
 * The text of words. Sentences that were broken into lines are put together again; what stands apart in the picture stands apart in the text,
 * with an empty line between, because a title and a message below it are not one sentence. Chinese stands without the blanks that the engine
 * puts between words.
 */
export function textOfWords(words: readonly RecognisedWord[]): string {
  const units: Piece[][] = [];
  for (const piece of piecesOf(words).toSorted((a, b) => a.top - b.top)) {
    const unit = units.findLast((one) => goesOn(one.at(-1)!, piece));
    if (unit) unit.push(piece);
    else units.push([piece]);
  }
  return units.map((unit) => unit.map(sayingOf).join('\n')).join('\n\n');
}
