/** Every hostile page in Firefox that is not of Chromium's nature. */
import { beforeAll, describe, expect, it } from 'vitest';
import { inFirefox } from '../e2e/support.ts';
import { HINT_CASES } from './hint-cases.ts';
import { type Seen, expectCase, documentOf, runCases } from './kit.ts';
import { SIGHT_CASES } from './sight-cases.ts';
import { SUCCESS_CASES } from './success-cases.ts';

const driver = inFirefox();
const CASES = [...SUCCESS_CASES, ...SIGHT_CASES, ...HINT_CASES].filter((one) => one.only !== 'chromium');
let results: Map<string, Seen>;

beforeAll(async () => {
  driver().serve(
    'mclient.alipay.com/frame-next-paid',
    documentOf({ html: '<div class="result"><h2>支付成功</h2></div><script>window.stepped = 1</script>' }),
  );
  // One tab at a time: Firefox lets pages in the background sleep.
  results = await runCases(driver() as never, CASES, 1);
}, 1_500_000);

describe('a hostile page', () => {
  it.each(CASES.map((one) => [one.id, one] as const))('%s', (id, one) => expectCase(one, results.get(id)));

  it('is not told of by the extension', async () => expect(await driver().extensionErrors()).toEqual([]));
});
