/** What reads texts in the extension, made from the library's files for the commands. */
import beliefs from '../lib/understand/belief/boxes.json' with { type: 'json' };
import { makeBelief, type Reporting } from '../lib/understand/belief/belief.ts';
import { makeSigns } from '../lib/understand/belief/signs.ts';
import { makeLearnedReader, type LearnedReader } from '../lib/understand/learned/reader.ts';
import type { PackedModel } from '../lib/understand/learned/model.ts';
import packed from '../lib/understand/learned/weights.json' with { type: 'json' };
import { compileDetectTable, compileLookupData } from '../lib/library/compile.ts';
import { type Library, readLibrary } from '../lib/library/read.ts';
import type { Lookup } from '../lib/understand/lookup-answer.ts';
import { makeLookup } from '../lib/understand/lookup.ts';

/** Made once for each library: a command asks with every text, and making it takes longer than reading one. */
export function perLibrary<T>(make: (library: Library) => T): (library: Library) => T {
  const made = new WeakMap<Library, T>();
  return (library) => {
    const known = made.get(library) ?? make(library);
    made.set(library, known);
    return known;
  };
}

const readersOf = perLibrary((library) => {
  const table = compileDetectTable(library);
  const learned = makeLearnedReader(packed as PackedModel, library.concepts, table.variants);
  return { lookup: makeLookup(table, compileLookupData(library, table), learned), learned };
});

/** The lookup and the learned reader as `createReaders` loads them in the popup. */
export function shippedReaders(library: Library = readLibrary()): { lookup: Lookup; learned: LearnedReader } {
  return readersOf(library);
}

/** The judge of boxes as `createSecondLook` loads it in the background. */
export function shippedBelief(library: Library = readLibrary()): Reporting {
  const table = compileDetectTable(library);
  const { paid, maybePaid } = table.roles;
  const { learned } = shippedReaders(library);
  return makeBelief(beliefs, learned, makeSigns(table, learned), [paid, maybePaid]);
}
