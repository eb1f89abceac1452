/** Every way of finding many phrases in a text that the benchmark knows besides ours: plain loops, alternations, and npm's Aho-Corasick packages. */
import * as monyoneDefault from '@monyone/aho-corasick';
import { Trie } from '@tanishiking/aho-corasick';
import AhoCorasick2 from 'aho-corasick2';
import AhoCorasick from 'ahocorasick';
import { Mint } from 'mint-filter';
import ModernAhoCorasick from 'modern-ahocorasick';
import ModernFast from 'modern-ahocorasick/fast';
import type { Engine } from '../engine.ts';
import { fastscan } from './fastscan.ts';
import { monyone } from './monyone.ts';
import { engineOfWords } from './of-words.ts';

const escaped = (phrase: string): string => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const includesLoop: Engine = {
  name: 'includes() loop',
  given: 'normalised',
  build: (phrases) => ({
    ids: (text) => new Set(phrases.flatMap((phrase, id) => (text.includes(phrase) ? [id] : []))),
  }),
};

/** As fingerprint libraries do: one expression a phrase. */
const regexpLoop: Engine = {
  name: 'RegExp loop /i',
  given: 'normalised',
  build(phrases) {
    const expressions = phrases.map((phrase) => new RegExp(escaped(phrase), 'i'));
    return { ids: (text) => new Set(expressions.flatMap((one, id) => (one.test(text) ? [id] : []))) };
  },
};

/** All phrases in one expression. Finds one phrase at a place and goes on behind it, so that of overlapping phrases some stay unseen. */
const alternation: Engine = {
  name: 'one alternation /gi',
  given: 'normalised',
  build(phrases) {
    const ids = new Map(phrases.map((phrase, id) => [phrase, id]));
    const expression = new RegExp(phrases.map(escaped).join('|'), 'gi');
    return { ids: (text) => new Set([...text.matchAll(expression)].map(([found]) => ids.get(found)!)) };
  },
};

const ahocorasick = engineOfWords('ahocorasick', (phrases) => {
  const matcher = new AhoCorasick(phrases);
  return (text) => matcher.search(text).flatMap(([, words]) => words);
});

const monyonePlain = engineOfWords('@monyone/aho-corasick', (phrases) => {
  const matcher = new monyoneDefault.AhoCorasick(phrases);
  return (text) => matcher.matchInText(text).map(({ keyword }) => keyword);
});

const tanishiking = engineOfWords('@tanishiking/aho-corasick', (phrases) => {
  const trie = new Trie(phrases, { allowOverlaps: true });
  return (text) => trie.parseText(text).map(({ keyword }) => keyword);
});

const mintFilter = engineOfWords('mint-filter', (phrases) => {
  const mint = new Mint(phrases);
  return (text) => mint.filter(text, { replace: false }).words;
});

const ahoCorasick2 = engineOfWords('aho-corasick2', (phrases) => {
  const matcher = new AhoCorasick2();
  for (const phrase of phrases) matcher.add(phrase, { word: phrase });
  matcher.build_fail();
  return (text) => Object.keys(matcher.search(text).matches);
});

const modern = engineOfWords('modern-ahocorasick', (phrases) => {
  const matcher = new ModernAhoCorasick(phrases);
  return (text) => matcher.search(text).map(({ pattern }) => pattern);
});

const modernFast = engineOfWords('modern-ahocorasick/fast', (phrases) => {
  const matcher = new ModernFast(phrases);
  return (text) => matcher.search(text).map(({ pattern }) => pattern);
});

/** npm's Aho-Corasick packages. */
export const AHO_CORASICK: readonly Engine[] = [
  monyone,
  monyonePlain,
  fastscan,
  ahocorasick,
  tanishiking,
  mintFilter,
  ahoCorasick2,
  modern,
  modernFast,
];
/** What people write by hand. */
export const LOOPS: readonly Engine[] = [includesLoop, regexpLoop, alternation];
/** The package that is named in the targets. */
export const FAST_PACKAGE = monyone.name;
export const isPackage = (name: string): boolean => AHO_CORASICK.some((one) => one.name === name);
