/**
 * How alike a typed text is to known messages, for what pattern matching cannot read: misread characters, missing pieces, typing
 * errors. Plain overlap of short character runs, weighted by how rare they are. Measured against the search libraries in
 * docs/benchmark.md's sources: they lose a third to a half of noisy Chinese queries, because their tokenisers expect spaces.
 */
export interface KnownText {
  diagnosis: string;
  text: string;
}

export interface Likeness {
  diagnosis: string;
  /** 0 to 1: how much of the typed text is in the known one, and how much of that there is. */
  score: number;
  text: string;
}

const HAN = /[\u2e80-\u9fff\u3040-\u30ff\uac00-\ud7af]/;
const STOP_WORDS = new Set(
  'a an the and or of to in on for is are was were be it this that my your you i we me with at by from as not no do did have has had can will please try again'.split(
    ' ',
  ),
);

/** Character pairs of Han text; whole words and their three-letter runs of alphabetic text. */
export function featuresOf(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase();
  const features = new Set<string>();
  const han = [...plain].filter((char) => HAN.test(char)).join('');
  for (let i = 0; i + 1 < han.length; i++) {
    features.add(han.slice(i, i + 2));
    // One misread character spoils two pairs; the pair around it survives.
    if (i + 2 < han.length) features.add(`${han[i]}_${han[i + 2]}`);
  }
  for (const word of plain.match(/[a-zà-ɏ0-9]{2,}/g) ?? []) {
    if (STOP_WORDS.has(word)) continue;
    features.add(`=${word.length > 6 ? word.slice(0, 6) : word}`);
    for (let i = 0; i + 2 < word.length; i++) features.add(word.slice(i, i + 3));
  }
  return [...features];
}

/** Prepares known messages; gives a function that ranks the diagnoses whose messages are most alike. */
export function makeLikeness(
  known: readonly KnownText[],
  fold: (text: string) => string,
): (text: string) => Likeness[] {
  const documents = known.map((one) => ({ ...one, features: featuresOf(fold(one.text)) }));
  const holders = new Map<string, number[]>();
  documents.forEach((document, index) => {
    for (const feature of document.features) {
      const list = holders.get(feature);
      if (list) list.push(index);
      else holders.set(feature, [index]);
    }
  });
  const rarity = (feature: string): number => Math.log(1 + documents.length / (holders.get(feature)?.length ?? 0.5));
  const mass = documents.map((document) => document.features.reduce((sum, feature) => sum + rarity(feature), 0));

  return (text) => {
    const features = featuresOf(fold(text));
    if (features.length < 3) return [];
    const shared = new Map<number, number>();
    let own = 0;
    for (const feature of features) {
      const weight = rarity(feature);
      own += weight;
      for (const index of holders.get(feature) ?? []) shared.set(index, (shared.get(index) ?? 0) + weight);
    }
    const best = new Map<string, Likeness>();
    for (const [index, weight] of shared) {
      const document = documents[index]!;
      const coverage = weight / own;
      const score = 0.65 * coverage + 0.35 * (weight / Math.max(own, mass[index]!));
      if (score > (best.get(document.diagnosis)?.score ?? 0))
        best.set(document.diagnosis, { diagnosis: document.diagnosis, score, text: document.text });
    }
    return [...best.values()].sort((a, b) => b.score - a.score).slice(0, 6);
  };
}
