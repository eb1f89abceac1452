import FastScanner from 'fastscan';
import { engineOfWords } from './of-words.ts';

export const fastscan = engineOfWords('fastscan', (phrases) => {
  const scanner = new FastScanner(phrases);
  return (text) => Object.keys(scanner.hits(text));
});
