/** Every disguise and every fresh page in Chromium; Firefox runs its share with the other pages (`firefox-part.ts`). */
import { beforeAll, describe, expect, it } from 'vitest';
import { inChromium } from '../e2e/support.ts';
import { DISGUISE_CASES } from './disguise-cases.ts';
import { FRESH_CASES } from './fresh-cases.ts';
import { type Seen, ERROR, documentOf, expectCase, runCases } from './kit.ts';

const driver = inChromium();
const CASES = [...DISGUISE_CASES, ...FRESH_CASES];
let results: Map<string, Seen>;

beforeAll(async () => {
  driver().serve('mclient.alipay.com/frame-same-host-a', documentOf({ html: ERROR }));
  results = await runCases(driver() as never, CASES, 6);
}, 900_000);

describe('a page in disguise', () => {
  it.each(CASES.map((one) => [one.id, one] as const))('%s', (id, one) => expectCase(one, results.get(id)));

  it('makes the extension write nothing into its console', () => {
    expect(driver().trouble.filter(({ from }) => from === 'extension')).toEqual([]);
  });
});
