/** Packages without types of their own: what the benchmark uses of them. */
declare module 'ahocorasick' {
  export default class AhoCorasick {
    constructor(words: string[]);
    /** Pairs of the index of a match's last unit and the words that end there. */
    search(text: string): [end: number, words: string[]][];
  }
}

declare module 'fastscan' {
  export default class FastScanner {
    constructor(words: string[]);
    hits(text: string): Record<string, number>;
  }
}
