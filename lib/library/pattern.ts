/**
 * The pattern language of phrase families, read at build time.
 *
 *   {card}            any word of that concept in lexicon.json
 *   word "two words"  a literal
 *   (a|b)             either literal
 *   ...               the next word may stand anywhere later in the same sentence
 *   &                 the next word may stand anywhere in the same sentence
 *
 * Without `...` or `&` the next word follows closely (a few characters may stand between).
 */
export interface PatternSlot {
  /** Name of a concept, or null for literals. */
  concept: string | null;
  literals: string[];
  reach: 0 | 1 | 2;
}

const TOKEN = /\s*(?:\{([a-z0-9-]+)\}|\(([^()]+)\)|"([^"]+)"|(\.\.\.)|(&)|([^\s{}()"&]+))/y;

/**
 * Reads one pattern.
 * @throws Error with a sentence that says what is wrong with the pattern
 */
export function readPattern(pattern: string): PatternSlot[] {
  const slots: PatternSlot[] = [];
  let reach: 0 | 1 | 2 = 0;
  TOKEN.lastIndex = 0;
  const text = pattern.trim();
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(text);
    if (!found) throw new Error(`pattern "${pattern}": cannot read "${text.slice(at)}"`);
    const [, concept, group, quoted, gap, both, literal] = found;
    if (gap || both) {
      if (!slots.length || reach) throw new Error(`pattern "${pattern}": "${gap ?? both}" needs a word before it`);
      reach = gap ? 1 : 2;
      continue;
    }
    const literals = concept ? [] : (group?.split('|') ?? [(quoted ?? literal)!]).map((one) => one.trim());
    if (literals.some((one) => one === '')) throw new Error(`pattern "${pattern}": empty alternative`);
    slots.push({ concept: concept ?? null, literals, reach });
    reach = 0;
  }
  if (!slots.length || reach) throw new Error(`pattern "${pattern}": ends without a word`);
  return slots;
}
