// @vitest-environment happy-dom
/** A payment that failed, in the languages of the international checkout, in the ways its pages are built; and what only speaks of failing. */
import { describe, expect, it } from 'vitest';
import { judge } from '../../lib/detect/judge.ts';
import { makePageReader, mayMatter, readPart } from '../../lib/detect/read-page.ts';
import texts from '../fixtures/texts/bare-abroad.json' with { type: 'json' };
import { stubLayout } from './page-stub.ts';
import { gate, reasonsFor, table, verdictOn } from './shipped.ts';

stubLayout();
const reader = makePageReader(table);
const verdictOf = (html: string) => {
  document.body.innerHTML = html;
  if (!mayMatter(document.body, gate)) return null;
  return judge(
    readPart(document.body, reader, gate).sightings.flatMap((one) => one.reasons),
    table.roles,
  );
};

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
    expect(verdictOf(SHOWN[at % SHOWN.length]!(text))).not.toBeNull();
  });

  it.each(listOf('innocent'))('%s %i is only spoken of: %s', (_, at, text) => {
    expect(reasonsFor(text)).toEqual([]);
    expect(verdictOf(SPOKEN[at % SPOKEN.length]!(text))).toBeNull();
  });
});
