// @vitest-environment happy-dom
/** A payment that failed, in the languages of the international checkout, in the ways its pages are built; and what only speaks of failing. */
import { describe, expect, it } from 'vitest';
import texts from '../fixtures/texts/bare-abroad.json' with { type: 'json' };
import { verdictOfPage } from './judge-page.ts';
import { stubLayout } from './page-stub.ts';
import { gate, reasonsFor, verdictOn } from './shipped.ts';

stubLayout();

/** Pages of a checkout: names of classes say nothing, or little. */
const SHOWN: readonly ((text: string) => string)[] = [
  (text) => `<main class="css-9k2x1a"><h1 class="css-1a2b3c">${text}</h1><button class="css-2">OK</button></main>`,
  (text) => `<div role="alert" class="x1f7"><p>${text}</p></div>`,
  (text) => `<div role="dialog" class="q8"><p>${text}</p><button>OK</button></div>`,
  (text) => `<div aria-live="assertive"><span>${text}</span></div>`,
  (text) => `<div class="sc-1abc"><h2>${text}</h2><p>€ 42.10</p><a href="/shop">Shop</a></div>`,
  (text) => `<div class="toast-k3"><div>${text}</div></div>`,
];
const SPOKEN: readonly ((text: string) => string)[] = [
  (text) => `<main><h1>Alipay</h1><p class="css-4">${text}</p></main>`,
  (text) => `<div role="status"><p>${text}</p></div>`,
  (text) => `<ul><li>${text}</li><li>Alipay</li></ul>`,
  (text) => `<div role="dialog"><p>${text}</p><button>OK</button></div>`,
  (text) => `<div class="notice"><p>${text}</p></div>`,
];
const languages = Object.entries(texts);
const listOf = (kind: 'failing' | 'innocent') =>
  languages.flatMap(([language, lists]) => lists[kind].map((text, at) => [language, at, text] as const));

describe('a failed payment in other languages', () => {
  it('has enough texts in each of sixteen languages', () => {
    expect(languages).toHaveLength(16);
    for (const [language, { failing, innocent }] of languages) {
      expect(failing.length, language).toBeGreaterThanOrEqual(8);
      expect(innocent.length, language).toBeGreaterThanOrEqual(5);
    }
  });

  it.each(listOf('failing'))('%s %i is told: %s', (_, at, text) => {
    expect(gate.touches(text)).toBe(true);
    expect(verdictOn(text)).not.toBeNull();
    expect(verdictOfPage(SHOWN[at % SHOWN.length]!(text))).not.toBeNull();
  });

  it.each(listOf('innocent'))('%s %i is only spoken of: %s', (_, at, text) => {
    expect(reasonsFor(text)).toEqual([]);
    expect(verdictOfPage(SPOKEN[at % SPOKEN.length]!(text))).toBeNull();
  });
});
