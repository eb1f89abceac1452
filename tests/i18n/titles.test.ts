/** A title stands after "Looks like:" and beside "Likely, not certain": it says the thing itself, and does not hedge once more. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../scripts/cli.ts';
import { LOCALES } from '../../lib/i18n/index.ts';

const HEDGE =
  /\b(?:may|might|seems?|looks?|likely|probably|scheint|scheinen|anscheinend|wahrscheinlich|vielleicht|apparemment|semble|probable|peut-être|parece|parecen|pode (?:já )?(?:ter|estar)|puede que|provável)\b|похоже|вероятно|возможно|кажется|يبدو|ربما|يحتمل|ようです|かも|らしい|보여요|같아요|수 있어요|可能|似乎|看起來|看起来|好像/iu;
/** What became of the money is not known there: that is the title, and it never stands after "Looks like:". */
const OF_MONEY = 'title.outcome-unknown';

it.each(LOCALES)('does not hedge in %s', (locale) => {
  const pack = JSON.parse(readFileSync(join(ROOT, 'lib', 'i18n', 'locales', locale, 'library.json'), 'utf8')) as Record<
    string,
    string
  >;
  const titles = Object.entries(pack).filter(([key]) => key.startsWith('title.'));
  expect(titles.length).toBeGreaterThan(20);
  expect(titles.filter(([key, title]) => key !== OF_MONEY && HEDGE.test(title))).toEqual([]);
  expect(HEDGE.test(pack[OF_MONEY]!)).toBe(true);
});
