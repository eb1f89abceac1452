/** What code must know of a diagnosis is a trait in its file: code outside lib/library names none. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DIAGNOSIS_IDS } from '../../lib/library/diagnosis-ids.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const LOOKED_AT = ['lib', 'components', 'entrypoints'];
/** The data itself, and what is made from it. */
const MAY = ['lib/library/', 'lib/generated/'];

const QUOTED = new RegExp(`['"\`](?:${DIAGNOSIS_IDS.join('|')})(?:/[a-z0-9-]+)?['"\`]`, 'g');

/** The ids that a text of code names in quotation marks, with their lines. */
function namedIn(code: string): string[] {
  return code
    .split('\n')
    .flatMap((line, at) => [...line.matchAll(QUOTED)].map((found) => `line ${at + 1}: ${found[0]}`));
}

const files = LOOKED_AT.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && /\.tsx?$/.test(one.name))
    .map((one) => relative(ROOT, join(one.parentPath, one.name)).replaceAll('\\', '/')),
).filter((file) => !MAY.some((folder) => file.startsWith(folder)));

describe('code outside the library', () => {
  it('is looked at', () => {
    expect(files.length).toBeGreaterThan(60);
    expect(namedIn("const a = 'card-expired';\nconst b = `order-closed/closed`;")).toHaveLength(2);
  });

  it('names no diagnosis', () => {
    expect(
      files.flatMap((file) => namedIn(readFileSync(join(ROOT, file), 'utf8')).map((one) => `${file}, ${one}`)),
    ).toEqual([]);
  });
});
