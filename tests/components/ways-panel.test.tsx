// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CountryPanel } from '../../components/popup/country-panel.tsx';
import { WaysPanel, type PersonKept } from '../../components/popup/ways-panel.tsx';
import { voiceOf } from '../../components/shared/voice.ts';
import { namedSources, type AdviceLibrary } from '../../lib/case/advice.ts';
import type { IssuerHabit } from '../../lib/case/issuer-habit.ts';
import { type Failed, holdable, waysFor } from '../../lib/pay/ways.ts';
import { LOCALES, type Locale, type Words } from '../../lib/i18n/index.ts';
import altEn from '../../lib/i18n/locales/en/alternatives.json';
import factsEn from '../../lib/i18n/locales/en/facts.json';
import uiEn from '../../lib/i18n/locales/en/ui.json';
import uiZh from '../../lib/i18n/locales/zh-CN/ui.json';
import file from '../../lib/library/alternatives.json';
import type { AlternativesFile } from '../../lib/library/alternatives.ts';
import allSources from '../../lib/library/sources.json';
import { packsOf } from '../words.ts';
import { details, onPage, show } from './show-popup.tsx';

const DATA = file as AlternativesFile;
const WORDS = Object.fromEntries(
  LOCALES.map((one) => [
    one,
    { ui: packsOf('ui')[one], alternatives: packsOf('alternatives')[one], facts: packsOf('facts')[one] },
  ]),
) as Record<Locale, { ui: Words; alternatives: Words; facts: Words }>;
const library = { diagnoses: {}, facts: {}, sources: allSources } as AdviceLibrary;
const LISTS = {
  visitor: ['other-network-card', 'weixin-pay', 'home-wallet', 'physical-card', 'cash'],
  resident: ['chinese-account-card', 'weixin-pay', 'cash'],
};
const advice: Failed = { fixers: ['bank', 'payer'], party: 'bank', host: '', alternatives: LISTS };
const NOBODY: PersonKept = { stay: 'unknown', country: null };

/** The panel with somebody who remembers what was chosen, as the popup does. */
function Panel({
  person = NOBODY,
  tag = 'en',
  onPerson = () => undefined,
}: {
  person?: PersonKept;
  tag?: Locale;
  onPerson?: (person: PersonKept) => void;
}) {
  const [kept, setKept] = useState(person);
  return (
    <WaysPanel
      person={kept}
      holdable={holdable(DATA)}
      rank={(whole) => waysFor(DATA, whole, advice)}
      sourcesOf={(ids) => namedSources(ids, library)}
      voice={voiceOf(tag, WORDS[tag])}
      onPerson={(next) => {
        setKept(next);
        onPerson(next);
      }}
    />
  );
}

const offered = (container: Element) =>
  [...container.querySelectorAll<HTMLElement>('[data-way]')].map((one) => one.dataset.way);
const choose = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

afterEach(cleanup);

describe('ways to pay', () => {
  it('are ranked anew for whoever says who they are', () => {
    const onPerson = vi.fn();
    const { container } = render(<Panel onPerson={onPerson} />);
    expect(offered(container)[0]).toBe('other-network-card');
    choose(uiEn['ways.country'], 'KR');
    expect(offered(container)[0]).toBe('home-wallet');
    expect(container.querySelector('[data-way=home-wallet]')!.textContent).toContain(
      'From your country or region: Kakao Pay',
    );
    choose(uiEn['ways.stay'], 'resident');
    choose(uiEn['ways.holds'], 'chinese-account-card');
    expect(offered(container)[0]).toBe('chinese-account-card');
    expect(container.querySelector('[data-way=chinese-account-card]')!.textContent).toContain(altEn['why.you-have-it']);
    expect(onPerson.mock.calls).toEqual([[{ stay: 'unknown', country: 'KR' }], [{ stay: 'resident', country: 'KR' }]]);
  });

  it('take back what was said', () => {
    const onPerson = vi.fn();
    const { container } = render(<Panel person={{ stay: 'visitor', country: 'KR' }} onPerson={onPerson} />);
    expect(offered(container)[0]).toBe('home-wallet');
    choose(uiEn['ways.country'], '');
    expect(onPerson).toHaveBeenLastCalledWith({ stay: 'visitor', country: null });
    expect(offered(container)).not.toContain('home-wallet');
  });

  it('show the three best, and the others closed', () => {
    const { container } = render(<Panel person={{ stay: 'unknown', country: 'KR' }} />);
    const more = details(`More ways: ${offered(container).length - 3}`);
    expect(more.open).toBe(false);
    expect(offered(container).length - offered(more).length).toBe(3);
  });

  it.each(['en', 'zh-CN'] as const)('say each with how, why, where, how sure and when checked, in %s', (tag) => {
    const { container } = render(<Panel tag={tag} person={{ stay: 'visitor', country: 'US' }} />);
    for (const way of container.querySelectorAll<HTMLElement>('[data-way]')) {
      expect(way.textContent).toContain(WORDS[tag].alternatives[`how.${way.dataset.way}` as keyof typeof altEn]);
      expect(way.querySelectorAll('li').length).toBeGreaterThan(0);
      expect(way.textContent).toContain(tag === 'en' ? 'Checked Nov 22, 2026' : '2026年11月22日');
    }
    expect(container.textContent).not.toMatch(/\{|ways\.|how\.|why\./);
  });

  it('name their sources once each, closed', () => {
    render(<Panel />);
    const box = details('Sources, checked Nov 22, 2026');
    const titles = [...box.querySelectorAll('li')].map((one) => one.textContent);
    expect(box.open).toBe(false);
    expect(titles.length).toBeGreaterThan(5);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('list countries by name in the language of the screen, with "not said" first', () => {
    render(<Panel tag="zh-CN" />);
    const names = within(screen.getByLabelText(uiZh['ways.country']))
      .getAllByRole('option')
      .map((one) => one.textContent);
    expect(names[0]).toBe(uiZh['ways.country.unknown']);
    expect(names).toContain('韩国');
    expect(names.slice(1)).toEqual([...names.slice(1)].sort(new Intl.Collator('zh-CN').compare));
  });
});

describe('in the popup', () => {
  it('stand closed where another way helps, and nowhere else', () => {
    const late = { ways: () => <p>ranked</p> };
    show({ page: [onPage()] }, { late });
    expect(details(uiEn.alternatives).textContent).toContain('ranked');
    expect(details(uiEn.alternatives).open).toBe(false);
    for (const page of [onPage({ diagnosis: 'outcome-unknown' }), onPage({ diagnosis: 'payer-cancelled' })]) {
      cleanup();
      show({ page: [page] }, { late });
      expect(screen.queryByText(uiEn.alternatives)).toBeNull();
    }
  });
});

describe('cards of a country', () => {
  const INDIA: IssuerHabit = {
    id: 'IN',
    confidence: 'high',
    sources: ['rbi-card-controls-2020'],
    checked: '2026-11-22',
  };
  const panel = (
    country: string | null,
    habit: IssuerHabit | null,
    onCountry: (country: string | null) => void = () => undefined,
    tag: Locale = 'en',
  ) => (
    <CountryPanel
      country={country}
      habit={habit}
      sources={namedSources(habit?.sources ?? [], library)}
      voice={voiceOf(tag, WORDS[tag])}
      onCountry={onCountry}
    />
  );

  it('are one closed line until the country is known', () => {
    const onCountry = vi.fn();
    render(panel(null, null, onCountry));
    expect(details(uiEn['country.ask']).open).toBe(false);
    choose(uiEn['country.why'], 'IN');
    expect(onCountry).toHaveBeenCalledExactlyOnceWith('IN');
  });

  it('say what they start with and what to do, with date and source, open', () => {
    render(panel('IN', INDIA));
    const box = details('Cards from India');
    expect(box.open).toBe(true);
    for (const part of [
      factsEn['issuer.IN.default'],
      factsEn['issuer.IN.do'],
      'Checked Nov 22, 2026',
      'Reserve Bank of India',
    ])
      expect(box.textContent).toContain(part);
  });

  it('stay open while the country is changed or taken back', () => {
    const { rerender } = render(panel('IN', INDIA));
    rerender(panel(null, null));
    expect(details(uiEn['country.ask']).open).toBe(true);
  });

  it('claim nothing about a country nothing is known of', () => {
    render(panel('BT', null, undefined, 'zh-CN'));
    expect(details('不丹发行的卡').textContent).toContain(uiZh['country.none']);
  });

  it('stand in the popup where they bear on the failure', () => {
    const late = { country: () => <p>country of the card</p> };
    show({ page: [onPage()] }, { late });
    expect(screen.getByText('country of the card')).toBeTruthy();
    cleanup();
    show({ page: [onPage({ diagnosis: 'order-closed' })] }, { late });
    expect(screen.queryByText('country of the card')).toBeNull();
  });
});
