/** Which part of a text decided, with a little of what stands around it. */
export interface TextPart {
  text: string;
  marked: boolean;
}

/** Signs shown before and after the part that decided. */
const AROUND = 24;
const IGNORED = /[\s\p{P}]/u;

/** Where a piece stands in a text, blanks and signs left out of account; null where it does not. */
function placeOf(text: string, piece: string): [from: number, to: number] | null {
  const letters: { sign: string; from: number }[] = [];
  let length = 0;
  for (const sign of text) {
    letters.push({ sign, from: length });
    length += sign.length;
  }
  const kept = letters.filter(({ sign }) => !IGNORED.test(sign));
  const wanted = [...piece.toLowerCase()].filter((sign) => !IGNORED.test(sign)).join('');
  const plain = kept
    .map(({ sign }) => (sign.toLowerCase().length === sign.length ? sign.toLowerCase() : sign))
    .join('');
  const found = wanted === '' ? -1 : plain.indexOf(wanted);
  if (found < 0) return null;
  let seen = 0;
  let first = -1;
  for (const { sign, from } of kept) {
    if (first < 0 && seen >= found) first = from;
    seen += sign.length;
    if (seen >= found + wanted.length) return [first, from + sign.length];
  }
  return null;
}

/** The text around the first piece that stands in it, as parts; empty when none does. Takes the pieces as the lookup gives them. */
export function markedParts(text: string, pieces: readonly string[]): TextPart[] {
  const flat = text.replace(/\s+/g, ' ').slice(0, 5000);
  for (const piece of pieces) {
    const place = placeOf(flat, piece);
    if (!place) continue;
    const [from, to] = place;
    const before = flat.slice(Math.max(0, from - AROUND), from);
    const after = flat.slice(to, to + AROUND);
    return [
      { text: `${from > AROUND ? '…' : ''}${before}`, marked: false },
      { text: flat.slice(from, to), marked: true },
      { text: `${after}${to + AROUND < flat.length ? '…' : ''}`, marked: false },
    ];
  }
  return [];
}
