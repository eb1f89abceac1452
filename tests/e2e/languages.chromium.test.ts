/** Every surface in every language on a phone's width: nothing cut, nothing over the screen, and a picture of each to look at. */
import { describe, expect, it } from 'vitest';
import { directionOf, LOCALES } from '../../lib/i18n/index.ts';
import { faultsOf } from './axe.ts';
import { inspectHint, inspectPage } from './inspect.ts';
import { inChromium, picture } from './support.ts';
import { goThrough, SURFACE_ROUTES } from './surfaces.ts';

const driver = inChromium({ routes: SURFACE_ROUTES });
/** Long words, right to left, and no spaces. */
const WITH_AXE = ['de', 'ar', 'ja'];

describe('in every language', () => {
  it.each(LOCALES)('%s fits at 360 pixels', async (locale) => {
    const wrong: string[] = [];
    const seen = new Set<string>();
    await goThrough(driver(), locale, locale, false, async (surface, name, page) => {
      seen.add(surface);
      const asked = { lang: locale, terms: [] };
      const { clipped } =
        surface === 'hint' ? await inspectHint(driver(), page, asked) : await inspectPage(page, asked);
      wrong.push(...clipped.map((one) => `${name}: ${one}`));
      if (surface !== 'hint')
        expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
          locale,
          directionOf(locale),
        ]);
      if (surface !== 'hint' && WITH_AXE.includes(locale)) wrong.push(...(await faultsOf(driver(), page)));
      // The call sheet is what a phone shows; below its screen stand the notes.
      const fullPage = surface === 'popup' || surface === 'options' || surface === 'welcome';
      await picture(page, `${locale}-${surface}`, { fullPage });
    });
    expect([...seen]).toEqual(['hint', 'popup', 'call-sheet', 'welcome', 'options']);
    expect(wrong).toEqual([]);
  });
});
