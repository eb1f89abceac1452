/** No file imports, by way of others, itself: what is read first must not need what is read last. Type imports count as well. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const IMPORT = /(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g;

/** Circles of a graph of imports: the groups of files that all reach one another. */
function circlesOf(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const reach = new Map(
    [...imports.keys()].map((file) => {
      const seen = new Set<string>();
      const open = [...imports.get(file)!];
      for (let one = open.pop(); one !== undefined; one = open.pop())
        if (!seen.has(one)) {
          seen.add(one);
          open.push(...(imports.get(one) ?? []));
        }
      return [file, seen] as const;
    }),
  );
  const groups = [...reach]
    .filter(([file, seen]) => seen.has(file))
    .map(([file, seen]) => [...seen].filter((other) => reach.get(other)?.has(file)).sort());
  return [...new Map(groups.map((group) => [group.join(), group])).values()];
}

const files = ['lib', 'components', 'entrypoints', 'scripts'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && /\.tsx?$/.test(one.name))
    .map((one) => join(one.parentPath, one.name)),
);
const name = (path: string): string => relative(ROOT, path).replaceAll('\\', '/');
const graph = new Map(
  files.map((path) => [
    name(path),
    [...readFileSync(path, 'utf8').matchAll(IMPORT)]
      .map((found) => join(dirname(path), found[1]!))
      .filter((target) => /\.tsx?$/.test(target) && existsSync(target))
      .map(name),
  ]),
);

describe('imports', () => {
  it('are read', () => {
    expect(graph.size).toBeGreaterThan(150);
    expect(graph.get('lib/detect/reasons.ts')).toContain('lib/detect/match.ts');
  });

  it('in a circle are seen', () => {
    const drawn = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['a', 'd']],
      ['d', []],
      ['e', ['e']],
    ]);
    expect(circlesOf(drawn)).toEqual([['a', 'b', 'c'], ['e']]);
  });

  it('make no circle', () => {
    expect(circlesOf(graph)).toEqual([]);
  });
});
