/** The budgets of the build (scripts/budgets.ts) watch something, and the build refuses what exceeds them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { firstLoad, overBudget, sizesOf } from '../../scripts/budgets.ts';
import { BUILD_TIME, shipped } from './shipped.ts';

let files: Map<string, Buffer>;
beforeAll(async () => {
  files = (await shipped()).chrome;
}, BUILD_TIME);

describe('the sizes of the build', () => {
  it('are within their budgets, which are not far too large', () => {
    const sizes = sizesOf(files);
    expect(overBudget(sizes)).toEqual([]);
    // A budget more than half as large again watches nothing.
    expect(sizes.filter(({ bytes, budget }) => bytes * 1.5 < budget)).toEqual([]);
    expect(sizes.length).toBeGreaterThan(20);
  });

  it('are refused where a budget is exceeded, with the file and both numbers', () => {
    const larger = new Map(files).set(
      'detector.js',
      Buffer.concat([files.get('detector.js')!, files.get('reader.js')!]),
    );
    expect(overBudget(sizesOf(larger)).join('\n')).toMatch(/^detector\.js: \d+ bytes \(gzip\), budget \d+\./);
  });

  it('are refused where a file is missing, whose budget would watch nothing', () => {
    for (const [name, message] of [
      ['reader.js', 'reader.js has a budget'],
      ['popup.html', 'popup.html has a budget'],
    ] as const) {
      const fewer = new Map(files);
      fewer.delete(name);
      expect(() => sizesOf(fewer)).toThrow(message);
    }
  });
});

describe('what a page loads before it shows anything', () => {
  it('has no table, no codes and no words of other rooms in it', () => {
    for (const page of ['popup.html', 'call-sheet.html']) {
      const names = firstLoad(files, page);
      expect(names.length).toBeGreaterThan(3);
      for (const name of names)
        expect(name).not.toMatch(/detect-table|lookup|codes-|facts-|library-|interview-(?!model)|script-|advice/);
    }
  });
});
