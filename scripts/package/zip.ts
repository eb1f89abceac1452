/**
 * Zips whose bytes depend on nothing but names and contents. The compressor is plain JavaScript, because the one built into Node
 * writes other bytes on other processors.
 */
import { zipSync, type Zippable } from 'fflate';

/** The first day a zip can tell, as a local time, because zips store local times: the same bytes in every time zone. */
const DAY = new Date(1980, 0, 1);

/** A zip of the files, in the order of their names. */
export function zipOf(files: ReadonlyMap<string, Uint8Array>): Buffer {
  const entries: Zippable = {};
  for (const name of [...files.keys()].sort()) {
    // JavaScript sorts numeric keys first, whatever order they were given in.
    if (/^\d+$/.test(name)) throw new Error(`A file in a zip may not be called ${name}: give it an ending.`);
    entries[name] = [files.get(name)!, { level: 9, mtime: DAY, os: 3, attrs: 0o644 << 16 }];
  }
  return Buffer.from(zipSync(entries));
}
