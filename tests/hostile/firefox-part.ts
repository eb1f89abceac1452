/** A part of the hostile pages in a Firefox of its own: one tab at a time, because Firefox lets pages in the background sleep. */
import { beforeAll, describe, expect, it } from 'vitest';
import { inFirefox } from '../e2e/support.ts';
import { DISGUISE_CASES } from './disguise-cases.ts';
import { FRESH_CASES } from './fresh-cases.ts';
import { HINT_CASES } from './hint-cases.ts';
import { type Seen, expectCase, documentOf, runCases } from './kit.ts';
import { SIGHT_CASES } from './sight-cases.ts';
import { SUCCESS_CASES } from './success-cases.ts';

const PARTS = 3;
/** Of what only the words decide: the same script reads them in Chromium, where all are run. What is seen, covered or moved is each browser's own. */
const everyThird = <T>(cases: readonly T[]): T[] => cases.filter((_, at) => at % 3 === 0);
const ALL = [
  ...everyThird(SUCCESS_CASES),
  ...SIGHT_CASES,
  ...HINT_CASES,
  ...everyThird(DISGUISE_CASES),
  ...FRESH_CASES,
].filter((one) => one.only !== 'chromium');

/** Declares the tests of one part: every third page, from `part` on, which is 0, 1 or 2. */
export function hostileInFirefox(part: number): void {
  const driver = inFirefox();
  const cases = ALL.filter((_, at) => at % PARTS === part);
  let results: Map<string, Seen>;

  beforeAll(async () => {
    driver().serve(
      'mclient.alipay.com/frame-next-paid',
      documentOf({ html: '<div class="result"><h2>支付成功</h2></div><script>window.stepped = 1</script>' }),
    );
    results = await runCases(driver() as never, cases, 1);
  }, 900_000);

  describe('a hostile page', () => {
    it.each(cases.map((one) => [one.id, one] as const))('%s', (id, one) => expectCase(one, results.get(id)));

    it('is not told of by the extension', async () => expect(await driver().extensionErrors()).toEqual([]));
  });
}
