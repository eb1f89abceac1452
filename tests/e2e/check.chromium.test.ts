import { expect, it } from 'vitest';
import { checkSuite, DRAWN } from './check.ts';
import { inChromium } from './support.ts';

checkSuite('Chromium', inChromium(), ({ check, until, popup }) => {
  // Only the popup itself offers it, and in Firefox no protocol reaches that; that Firefox gives the picture is seen in the suite.
  it('reads a picture of a page whose message is drawn', async () => {
    await check(DRAWN);
    await until(`document.querySelector('.picture-offer button')`);
    await popup().evaluate(`document.querySelector('.picture-offer button').click()`);
    await until(`document.querySelector('[data-picture=read]')`);
    expect(await popup().evaluate(`document.querySelector('[data-picture] textarea').value`)).toMatch(
      /This order belongs to another/,
    );
    expect(await popup().evaluate(`document.querySelector('.read-status ~ * button')?.textContent`)).toMatch(
      /Another Alipay account/,
    );
  });
});
