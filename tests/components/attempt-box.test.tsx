// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AttemptBox } from '../../components/popup/attempt-box.tsx';
import { voiceOf } from '../../components/shared/voice.ts';
import { REPEAT_FACTS, type AttemptWarning } from '../../lib/case/attempts.ts';
import { factsOf, type AdviceLibrary } from '../../lib/case/advice.ts';
import type { Locale } from '../../lib/i18n/index.ts';
import factsEn from '../../lib/i18n/locales/en/facts.json';
import uiEn from '../../lib/i18n/locales/en/ui.json';
import factsZh from '../../lib/i18n/locales/zh-CN/facts.json';
import uiZh from '../../lib/i18n/locales/zh-CN/ui.json';
import allFacts from '../../lib/library/facts.json';
import allSources from '../../lib/library/sources.json';
import { details, failed, show } from './show-popup.tsx';

const WORDS = { en: { ui: uiEn, facts: factsEn }, 'zh-CN': { ui: uiZh, facts: factsZh } };
const UNKNOWN: AttemptWarning = { warning: 'unknown-recently', count: 1, minutesAgo: 12 };
const REPEATED: AttemptWarning = { warning: 'repeated', count: 3, minutesAgo: 45 };
const library = {
  diagnoses: {},
  sources: allSources,
  facts: Object.fromEntries(allFacts.map((one) => [one.id, one])),
} as unknown as AdviceLibrary;
const { facts, sources } = factsOf(REPEAT_FACTS, library);

const box = (attempts: AttemptWarning, tag: Locale = 'en', change: Partial<Parameters<typeof AttemptBox>[0]> = {}) => (
  <AttemptBox
    attempts={attempts}
    facts={facts}
    sources={sources}
    voice={voiceOf(tag, WORDS[tag])}
    onChecked={() => undefined}
    {...change}
  />
);

afterEach(cleanup);

describe.each(['en', 'zh-CN'] as const)('in %s', (tag) => {
  it.each([UNKNOWN, REPEATED])('says everything in words, with no slot left open', (attempts) => {
    const { container } = render(box(attempts, tag));
    expect(container.textContent).not.toMatch(/\{|attempts\./);
    expect(container.textContent).toContain(
      tag === 'en' ? `${attempts.minutesAgo} minutes ago` : `${attempts.minutesAgo}分钟前`,
    );
  });
});

describe('a payment that may have gone through', () => {
  it('is looked for in three places, before anything else', () => {
    const { container } = show({ view: failed(), attempts: box(UNKNOWN) });
    expect(container.querySelector('main')!.textContent!.startsWith(uiEn['attempts.unknown.title'])).toBe(true);
    expect([...container.querySelectorAll('.attempts li')].map((li) => li.textContent)).toEqual([
      uiEn['attempts.unknown.alipay'],
      uiEn['attempts.unknown.bank'],
      uiEn['attempts.unknown.shop'],
    ]);
  });

  it('is short where the present one may have gone through too, because that advice says where to look', () => {
    const { container } = render(box(UNKNOWN, 'en', { both: true }));
    expect(container.textContent).toContain('A payment 12 minutes ago may have gone through as well.');
    expect(container.querySelector('li')).toBeNull();
    expect(screen.getByRole('button', { name: uiEn['attempts.unknown.checked'] })).toBeTruthy();
  });

  it('is settled by the user who looked', () => {
    const onChecked = vi.fn();
    render(box(UNKNOWN, 'en', { onChecked }));
    fireEvent.click(screen.getByRole('button', { name: uiEn['attempts.unknown.checked'] }));
    expect(onChecked).toHaveBeenCalledOnce();
  });

  it('is spoken of where nothing failed now, in place of the sentence about an earlier error', () => {
    const { container } = show({ view: { state: 'no-failure', earlier: true }, attempts: box(UNKNOWN) });
    expect(container.querySelector('main')!.textContent!.startsWith(uiEn['attempts.unknown.title'])).toBe(true);
    expect(screen.queryByText(uiEn['none.earlier'])).toBeNull();
  });

  it("is not spoken of on pages that are not Alipay's", () => {
    const { container } = show({ view: { state: 'not-alipay' }, attempts: box(UNKNOWN) });
    expect(container.querySelector('.attempts')).toBeNull();
  });
});

describe('repeats', () => {
  it('come with how many, and with the reason closed, dated and with its source', () => {
    const { container } = render(box(REPEATED));
    expect(container.textContent).toContain('3 failures of this kind');
    const why = details(uiEn['attempts.repeated.why']);
    expect(why.open).toBe(false);
    expect(why.textContent).toMatch(/Visa lets a shop try a refused card up to 20 times.*Checked \w+ \d+, 20\d\d/);
    expect(why.textContent).toContain('Visa Core Rules');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('come without the reason where the library is not there', () => {
    const { container } = render(box(REPEATED, 'en', { facts: [], sources: [] }));
    expect(container.querySelector('details')).toBeNull();
  });
});

it('is calm: a named section, nothing called out, and nothing at all without a warning', () => {
  const { container } = render(box(UNKNOWN));
  expect(screen.getByRole('region', { name: uiEn['attempts.unknown.title'] })).toBeTruthy();
  expect(container.querySelector('[role=alert], [role=status], [aria-live]')).toBeNull();
  cleanup();
  expect(render(box({ warning: null, count: 1, minutesAgo: 1 })).container.textContent).toBe('');
});
