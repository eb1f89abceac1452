/** What is handed to the stores in words: written from one source, within their limits, and true of the manifest. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import texts from '../../docs/store/texts.json' with { type: 'json' };
import { LOCALES } from '../../lib/i18n/index.ts';
import { descriptionOf, storePages, summaryOf, type StoreTexts } from '../../scripts/store/pages.ts';
import { BUILD_TIME, ROOT, shipped } from './shipped.ts';

const doc = (path: string): string => readFileSync(join(ROOT, 'docs', path), 'utf8');

describe('the texts for the stores', () => {
  it.each(Object.entries(storePages()))('%s is what `npm run store` writes', (name, text) => {
    expect(doc(`store/${name}`)).toBe(text);
  });

  it.each(LOCALES)('in %s are within the limits of the stores', (locale) => {
    const { name, description } = summaryOf(locale);
    const long = descriptionOf(locale, texts as unknown as StoreTexts);
    expect(name.length).toBeLessThanOrEqual(45);
    expect(description.length).toBeLessThanOrEqual(132);
    expect(long.length).toBeGreaterThan(250);
    expect(long.length).toBeLessThan(10_000);
    // No brand more often than five times, no other brand at all: either is taken for spam.
    expect(long.match(/alipay|支付[宝寶]/gi)!.length).toBeLessThanOrEqual(5);
    expect(long).not.toMatch(/visa|mastercard|wechat|weixin|微信|paypal|unionpay|银联|銀聯|amex/i);
    expect(long).not.toMatch(/undefined|\{\w+\}/);
  });

  it(
    'give a reason for each permission of the manifest and for no other',
    async () => {
      for (const files of Object.values(await shipped())) {
        const manifest = JSON.parse(String(files.get('manifest.json'))) as Record<string, string[]>;
        const asked = [...manifest.permissions!, ...manifest.host_permissions!];
        expect(Object.keys(texts.permissions).sort()).toEqual(asked.sort());
        for (const permission of asked) expect(doc('permissions.md'), permission).toContain(`## \`${permission}\``);
      }
    },
    BUILD_TIME,
  );

  it('say what the stores want to be said', () => {
    expect(doc('store/privacy-policy.md')).toContain('Limited Use requirements');
    expect(doc('privacy.md')).toContain(texts['limited-use']);
    for (const locale of LOCALES) expect(doc(`store/listing.${locale}.md`)).toMatch(/Ant Group|蚂蚁集团|螞蟻集團/);
  });
});
