/**
 * Search libraries as peers of the lookup. Each searches the same documents (known messages and titles); a document that is found
 * counts for its diagnosis, so a diagnosis stands where its best document stands.
 */
import { Index as FlexSearch } from 'flexsearch';
import Fuse, { type IFuseOptions } from 'fuse.js';
import MiniSearch from 'minisearch';
import UFuzzy from '@leeoniya/ufuzzy';
import { editDistance, type KnownMessage } from '../queries.ts';

/** Diagnoses for a query, best first, each once. */
export type Search = (query: string) => string[];

export interface SearchEngine {
  name: string;
  /** `raw`: takes queries and documents as they are; `normalised`: both in one width, case and script, for free. */
  given: 'raw' | 'normalised';
  build(documents: readonly KnownMessage[]): Search;
}

/** More than enough documents to name three diagnoses. */
const LIMIT = 60;
const RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+|[\p{L}\p{N}]+/gu;
const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Words of alphabetic text and pairs of signs of the others, as guides to these libraries tell users of Chinese to do. */
export function bigrams(text: string): string[] {
  const tokens: string[] = [];
  for (const [run] of text.matchAll(RUN)) {
    if (!HAN.test(run) || run.length < 2) tokens.push(run);
    else for (let at = 0; at + 1 < run.length; at++) tokens.push(run.slice(at, at + 2));
  }
  return tokens;
}

function eachOnce(documents: readonly KnownMessage[], found: readonly number[]): string[] {
  return [...new Set(found.map((id) => documents[id]!.diagnosis))];
}

const miniDefault: SearchEngine = {
  name: 'minisearch, default',
  given: 'raw',
  build(documents) {
    const index = new MiniSearch({ fields: ['text'] });
    index.addAll(documents.map(({ text }, id) => ({ id, text })));
    return (query) =>
      eachOnce(
        documents,
        index.search(query).map((one) => one.id as number),
      );
  },
};

const miniBigrams: SearchEngine = {
  name: 'minisearch, sign pairs + fuzzy',
  given: 'normalised',
  build(documents) {
    const index = new MiniSearch({
      fields: ['text'],
      tokenize: bigrams,
      searchOptions: { fuzzy: (term) => (HAN.test(term) ? false : 0.2) },
    });
    index.addAll(documents.map(({ text }, id) => ({ id, text })));
    return (query) =>
      eachOnce(
        documents,
        index.search(query).map((one) => one.id as number),
      );
  },
};

const flex: SearchEngine = {
  name: 'flexsearch, sign pairs',
  given: 'normalised',
  build(documents) {
    const index = new FlexSearch({ encode: bigrams, tokenize: 'strict' });
    documents.forEach(({ text }, id) => index.add(id, text));
    return (query) => eachOnce(documents, index.search(query, { limit: LIMIT, suggest: true }) as number[]);
  },
};

function fuseWith(name: string, options: IFuseOptions<KnownMessage>): SearchEngine {
  return {
    name,
    given: 'normalised',
    build(documents) {
      const index = new Fuse(documents, { keys: ['text'], ...options });
      return (query) =>
        eachOnce(
          documents,
          index.search(query, { limit: LIMIT }).map((one) => one.refIndex),
        );
    },
  };
}

// Wherever in the text: by its default, what stands further on counts as less alike.
const fuse = fuseWith('fuse.js', { ignoreLocation: true });
const fuseTokens = fuseWith('fuse.js, word search + sign pairs', {
  useTokenSearch: true,
  tokenize: bigrams,
  tokenMatch: 'any',
});

/** Not in the mode that forgives an error in a word: that one takes seconds for some sentences of these. */
const micro: SearchEngine = {
  name: 'uFuzzy, unicode',
  given: 'raw',
  build(documents) {
    const index = new UFuzzy({
      unicode: true,
      interSplit: "[^\\p{L}\\d']+",
      intraSplit: '\\p{Ll}\\p{Lu}',
      intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
      intraChars: "[\\p{L}\\d']",
      intraContr: "'\\p{L}{1,2}\\b",
    });
    const texts = documents.map((one) => one.text);
    return (query) => {
      const [found, info, order] = index.search(texts, query);
      return eachOnce(documents, info && order ? order.map((at) => info.idx[at]!) : (found ?? []));
    };
  },
};

const levenshtein: SearchEngine = {
  name: 'Levenshtein over all',
  given: 'normalised',
  build(documents) {
    return (query) => {
      const near = documents.map(({ text }, id) => ({
        id,
        distance: editDistance(query, text) / Math.max(query.length, text.length, 1),
      }));
      return eachOnce(
        documents,
        near
          .sort((a, b) => a.distance - b.distance)
          .slice(0, LIMIT)
          .map((one) => one.id),
      );
    };
  },
};

/** The peers that the targets name: they are looked up by these names. */
export const MINISEARCH_DEFAULT = miniDefault.name;
export const FUSE = [fuse.name, fuseTokens.name] as const;

export const searchPeers: readonly SearchEngine[] = [
  miniDefault,
  miniBigrams,
  flex,
  fuse,
  fuseTokens,
  micro,
  levenshtein,
];
