/**
 * Which concepts a text speaks of (card, bank, expired, not, charged …), in any of the reading languages: stems at the beginning of
 * words, anywhere in scripts that write no blanks between words. The stems are data: `library/concepts.txt`.
 */

/** Letters of scripts where a stem may stand anywhere: Arabic (its articles are prefixes), Thai, Japanese, Chinese, Korean. */
const ANYWHERE = /[\u0600-\u06ff\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
const WORD = /[\p{L}\p{N}]/u;

/** A concept (its number) and where its word stands in the plain text. */
export type Spoken = readonly [at: number, concept: number];

export interface Concepts {
  names: readonly string[];
  /** The concepts of a plain text, in order of place. */
  find(plain: string): Spoken[];
}

/**
 * @param source the lines of concepts.txt: `name: en=stem,stem; zh=…`
 * @param plain makes a stem comparable, as the texts are
 * @throws Error naming a line that cannot be read
 */
export function makeConcepts(source: string, plain: (text: string) => string): Concepts {
  const names: string[] = [];
  const stems = new Map<string, number[]>();
  for (const line of source.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [name, rest] = [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)];
    if (!/^[a-z]+$/.test(name)) throw new Error(`concepts.txt: no name in "${line.slice(0, 40)}"`);
    const concept = names.push(name) - 1;
    for (const part of rest.split(';')) {
      const list = part.split('=')[1];
      if (list === undefined) throw new Error(`concepts.txt: ${name}: no stems in "${part.slice(0, 40)}"`);
      for (const stem of list.split(',')) {
        const key = plain(stem.trimStart());
        if (key.trim() === '') continue;
        const known = stems.get(key);
        if (!known) stems.set(key, [concept]);
        else if (!known.includes(concept)) known.push(concept);
      }
    }
  }
  /** How long the stems are that begin with a sign, the longest first. */
  const lengths = new Map<string, number[]>();
  for (const { 0: first, length } of stems.keys()) {
    const known = lengths.get(first!) ?? [];
    if (!known.includes(length)) lengths.set(first!, [...known, length]);
  }
  for (const known of lengths.values()) known.sort((a, b) => b - a);

  return {
    names,
    find(plainText) {
      const text = `${plainText} `;
      const found: Spoken[] = [];
      for (let at = 0; at < text.length; at++) {
        const first = text[at]!;
        const possible = lengths.get(first);
        if (!possible || (!ANYWHERE.test(first) && at > 0 && WORD.test(text[at - 1]!))) continue;
        for (const length of possible)
          if (at + length <= text.length)
            for (const concept of stems.get(text.slice(at, at + length)) ?? []) found.push([at, concept]);
      }
      return found;
    },
  };
}
