/** What reads texts in the extension, made from the library's files for the commands. */
import { makeLearnedReader, type LearnedReader } from '../lib/understand/learned/reader.ts';
import { learned as packed } from '../lib/understand/learned/weights.ts';
import { compileDetectTable, compileLookupData } from '../lib/library/compile.ts';
import { type Library, readLibrary } from '../lib/library/read.ts';
import type { Lookup } from '../lib/understand/lookup-answer.ts';
import { makeLookup } from '../lib/understand/lookup.ts';

/** The lookup and the learned reader as `createReaders` loads them in the popup. */
export function shippedReaders(library: Library = readLibrary()): { lookup: Lookup; learned: LearnedReader } {
  const table = compileDetectTable(library);
  const learned = makeLearnedReader(packed, library.concepts, table.variants);
  return { lookup: makeLookup(table, compileLookupData(library), learned), learned };
}
