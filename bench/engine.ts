/** What every matching engine of the benchmark offers, ours and the peers'. */
export interface Engine {
  name: string;
  /** `raw`: takes the page's text as it is; `normalised`: gets text and phrases already folded, for free. */
  given: 'raw' | 'normalised';
  /** Prepares the engine for phrases; a phrase's id is its place in the list. */
  build(phrases: readonly string[]): Prepared;
}

export interface Prepared {
  /** Ids of the phrases that stand in the text, each once. */
  ids(text: string): Set<number>;
}
