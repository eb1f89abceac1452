// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { voiceOf } from '../../components/shared/voice.ts';
import uiEn from '../../lib/i18n/locales/en/ui.json';
import { advise, details, failed, rootOf, show } from './show-popup.tsx';
import { sampleDiagnosis, sampleLibrary } from '../case/sample-library.ts';

afterEach(cleanup);

describe('a diagnosis', () => {
  it('tells in order who, what, how sure, what to do, what not, when again, and the rest', () => {
    const { container } = show({ view: failed({ code: 'BANK_NO' }) });
    const text = container.textContent!;
    const order = [
      '[fixer.bank]',
      '[fixer.payer]',
      '[title.bank-declined]',
      uiEn['certainty.likely'],
      '[what.bank-declined]',
      uiEn['steps.first'],
      '[short.bank-declined]',
      '[steps.answer-alert]',
      uiEn['party.bank'],
      '[steps.open-switches]',
      '[steps.call-bank]',
      uiEn.avoid,
      '[avoid.repeat]',
      uiEn.retry,
      '[retry.after-bank]',
      uiEn.alternatives,
      '[alternatives.cash]',
      '[alternatives.local-account]',
      uiEn.code,
      '[meaning.bank-said-no]',
      uiEn.why,
      '发卡行拒绝交易',
      uiEn.facts,
      '[fee]',
      'A guide',
      uiEn['footer.never'],
      uiEn['footer.unofficial'],
    ].map((part) => text.indexOf(part));
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it.each([
    ['outcome-unknown', uiEn['outcome.unknown.title']],
    ['already-paid', uiEn['outcome.paid.title']],
  ])('starts with a warning before everything when it is %s', (diagnosis, title) => {
    const { container } = show({ view: failed({ diagnosis }) });
    expect(container.querySelector('main')!.textContent!.startsWith(title)).toBe(true);
  });

  it('does not warn of paying twice where nothing was paid', () => {
    show({ view: failed() });
    expect(screen.queryByText(uiEn['outcome.unknown.title'])).toBeNull();
    expect(screen.queryByText(uiEn['outcome.paid.title'])).toBeNull();
  });

  it.each([
    [{ certainty: 'exact' }, 'certainty.exact'],
    [{ certainty: 'likely' }, 'certainty.likely'],
    [{ certainty: 'unsure' }, 'certainty.possible'],
    [{ certainty: 'unsure', diagnosis: 'unknown-failure' }, 'certainty.unsure'],
  ] as const)('puts %j into words', (change, key) => {
    show({ view: failed(change) });
    expect(screen.getByText(uiEn[key])).toBeTruthy();
  });

  it.each([
    ['bank-declined', 'party.bank'],
    ['alipay-risk-control', 'party.alipay'],
    ['foreign-card-not-accepted', 'party.shop'],
  ] as const)('opens the right sheet for %s', (diagnosis, label) => {
    const onOpenSheet = vi.fn();
    const view = failed({ diagnosis });
    show({ view, onOpenSheet });
    fireEvent.click(screen.getByRole('button', { name: uiEn[label] }));
    expect(onOpenSheet).toHaveBeenCalledExactlyOnceWith(view.state === 'diagnosis' && view.advice);
  });

  it('has no sheet where nobody can help by talking', () => {
    show({ view: failed({ diagnosis: 'card-not-supported' }) });
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  it('keeps a long list of steps short and its numbers right', () => {
    const { container } = show({ view: failed({ diagnosis: 'identity-unverified' }) });
    const lists = [...container.querySelectorAll('ol')];
    expect(lists.map((one) => [one.start, one.children.length])).toEqual([
      [2, 2],
      [4, 3],
    ]);
    expect(lists[0]!.closest('details')).toBeNull();
    expect(lists[1]!.closest('details')!.open).toBe(false);
  });

  it('keeps everything long closed until asked', () => {
    const { container } = show({ view: failed({ code: 'BANK_NO' }) });
    expect([...container.querySelectorAll('details')].map((one) => one.open)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it('shows quotes as plain text, in their language, with where they stood', () => {
    const quote = '<img src=x onerror=alert(1)> 余额不足';
    const { container } = show({
      view: failed({
        evidence: [
          { kind: 'sentence', rule: 'r', quote, place: 'toast' },
          { kind: 'address', rule: 'r', quote: '', place: 'address' },
        ],
      }),
    });
    const shown = [...container.querySelectorAll('q')];
    expect(shown.map((one) => [one.textContent, one.lang, one.children.length])).toEqual([[quote, 'zh', 0]]);
    expect(details(uiEn.why).textContent).toContain(`${uiEn['why.kind.sentence']}, ${uiEn['why.place.toast']}`);
    expect(details(uiEn.why).textContent).toContain('excashier.alipay.com');
  });

  it('gathers quotes of one kind from one place', () => {
    const one = { kind: 'family', rule: 'r', place: 'alert' } as const;
    const { container } = show({
      view: failed({
        evidence: [
          { ...one, quote: 'first' },
          { ...one, quote: 'other', place: 'toast' },
          { ...one, quote: 'second' },
          { ...one, quote: 'first' },
        ],
      }),
    });
    expect(
      [...container.querySelectorAll('.reasons li')].map((li) =>
        [...li.querySelectorAll('q')].map((q) => q.textContent),
      ),
    ).toEqual([['first', 'second'], ['other']]);
  });

  it('says when a code is unknown, and when its meaning is not certain', () => {
    show({ view: failed({ code: 'NOT_LISTED' }) });
    expect(details(uiEn.code).textContent).toContain(`NOT_LISTED${uiEn['code.unknown']}`);
    cleanup();
    show({ view: failed({ code: 'BANK_NO' }) });
    expect(details(uiEn.code).textContent).toContain(`[meaning.bank-said-no]${uiEn['code.uncertain']}`);
  });

  it('marks what is often said wrongly, and how sure a fact is', () => {
    show({ view: failed() });
    expect(details(uiEn.facts).textContent).toMatch(
      /\[fee\].*\[fee\.wrong\]Fairly well supported\. Checked Oct 1, 2026/,
    );
  });

  it('names its sources with dates, and links only to web addresses', () => {
    show({ view: failed({ code: 'BANK_NO' }) });
    const box = details('Sources, checked Nov 2, 2026');
    expect(box.textContent).toContain('A guideFrom Apr 24, 2024, checked Nov 2, 2026');
    expect(box.textContent).toContain('A list of codesFrom Mar 2025, checked Oct 1, 2026');
    expect(box.textContent).toContain('A page on feesNo date given, checked Oct 1, 2026');
    const links = [...box.querySelectorAll('a')];
    expect(links.map((one) => [one.getAttribute('href'), one.target, one.rel])).toEqual([
      ['https://example.com/guide', '_blank', 'noopener noreferrer'],
    ]);
  });

  it('says when it was last checked more than a year ago, and only then', () => {
    const old = {
      ...sampleLibrary,
      diagnoses: { 'bank-declined': sampleDiagnosis('bank-declined', { checked: '2024-01-02' }) },
    };
    const note = uiEn['sources.stale'].replace('{checked}', 'Jan 2, 2024');
    show({ view: failed({}, old) });
    expect(screen.getByText(note).closest('details')).toBeNull();
    cleanup();
    const { container } = show({ view: failed() });
    expect(container.textContent).not.toContain('more than a year ago');
  });

  it('gives the wait its minutes', () => {
    show({
      view: failed({ diagnosis: 'too-many-attempts' }),
      voice: voiceOf('en', { ui: uiEn, library: { 'retry.after-wait': 'In {minutes} minutes' }, facts: {}, codes: {} }),
    });
    expect(screen.getByText('In 60 minutes')).toBeTruthy();
  });

  it('asks its questions beside the first step, and opens a cause in place with a way back', () => {
    const cause = advise({ diagnosis: 'card-not-supported', evidence: [], host: '' });
    const questions = (open: (advice: typeof cause) => void) => (
      <button type="button" onClick={() => open(cause)}>
        answer
      </button>
    );
    const { container } = show({ view: failed({ diagnosis: 'unknown-failure' }), questions });
    fireEvent.click(screen.getByRole('button', { name: 'answer' }));
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: '[title.card-not-supported]' }));
    expect(rootOf(container).dataset.diagnosis).toBe('unknown-failure');
    expect(screen.queryByText(uiEn.why)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: uiEn.back }));
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: '[title.unknown-failure]' }));
    expect(container.querySelector('.next')!.textContent).toContain('answer');
  });
});
