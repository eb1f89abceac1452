// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { FeePanel } from '../../components/popup/fee-panel.tsx';
import { voiceOf } from '../../components/shared/voice.ts';
import { namedSources } from '../../lib/case/advice.ts';
import type { Locale } from '../../lib/i18n/index.ts';
import uiEn from '../../lib/i18n/locales/en/ui.json';
import { sampleLibrary } from '../case/sample-library.ts';
import { packsOf } from '../words.ts';
import { details, onPage, show } from './show-popup.tsx';

const UI = packsOf('ui');
const panel = (tag: Locale = 'en') => (
  <FeePanel
    voice={voiceOf(tag, { ui: UI[tag] })}
    sources={namedSources(['fee-page', 'guide'], sampleLibrary)}
    checked="2026-10-01"
  />
);
const type = (text: string) => fireEvent.input(screen.getByRole('textbox'), { target: { value: text } });
const answer = () => screen.getByRole('status').textContent!;
const field = () => screen.getByRole<HTMLInputElement>('textbox');

afterEach(cleanup);

describe('the cost of a payment', () => {
  it.each([
    ['350', 'About ¥10.50', 'About ¥360.50', '¥12.62'],
    ['￥1,234.50', 'About ¥37.04', 'About ¥1,271.54', '¥44.50'],
    ['200', 'None', '¥200.00', '¥7.00'],
    ['200.01', 'About ¥6.00', 'About ¥206.01', '¥7.21'],
    ['1.5万', 'About ¥450.00', 'About ¥15,450.00', '¥540.75'],
  ])('for %s says fee, sum and what the bank may add', (typed, fee, total, bank) => {
    render(panel());
    type(typed);
    expect(
      screen
        .getAllByRole('definition')
        .slice(0, 3)
        .map((one) => one.querySelector('strong')!.textContent),
    ).toEqual([fee, total, `Nothing, or up to about ${bank}`]);
    expect(field().getAttribute('aria-invalid')).toBe('false');
  });

  it('explains the step, and names splitting only where two or three payments do', () => {
    render(panel());
    type('350');
    expect(answer()).toContain('About 3\u00a0% of the whole amount, because it is above 200 yuan.');
    expect(answer()).toContain('In 2 payments of up to 200 yuan each');
    type('900');
    expect(answer()).not.toContain('payments of up to');
    type('120');
    expect(answer()).toContain('Up to 200 yuan for one payment there is no fee.');
    expect(answer()).not.toContain('payments of up to');
  });

  it.each([
    ['350', ['none']],
    ['3600', ['identity-asked']],
    ['15000', ['identity-asked', 'unverified-year']],
    ['36000', ['identity-asked', 'unverified-year', 'verified-single']],
    ['360000', ['identity-asked', 'unverified-year', 'verified-single', 'verified-year']],
  ])('names the limits that %s meets, in rough dollars marked as such', (typed, limits) => {
    render(panel());
    type(typed);
    const all = ['none', 'identity-asked', 'unverified-year', 'verified-single', 'verified-year'] as const;
    const said = all.filter((id) => answer().includes(uiEn[`cost.limit.${id}`].split('{')[0]!.trim()));
    expect(said).toEqual(limits);
    expect(answer()).toMatch(/about USD\u00a0[\d,]+ \(about ¥[\d,]+\)/);
    expect(answer()).toContain('at a round rate of 7');
  });

  it.each(['abc', '-5', '0', '1e5', '12 USD', '9999999999999', '12,34,56'])(
    'says of %j that it is no amount, and keeps the box',
    (typed) => {
      render(panel());
      type(typed);
      expect(answer()).toBe(uiEn['cost.bad']);
      expect(field().getAttribute('aria-invalid')).toBe('true');
      type('350');
      expect(answer()).toContain('About ¥10.50');
    },
  );

  it('finds nothing wrong with what is not typed to the end', () => {
    render(panel());
    for (const typed of ['', ' ', '¥', '12.', '1,']) {
      type(typed);
      expect(field().getAttribute('aria-invalid'), typed).toBe('false');
    }
    type('350,');
    expect(answer()).toContain('About ¥10.50');
  });

  it('always points at the confirm page, and says where the figures are from and when they were checked', () => {
    const { container } = render(panel());
    expect(container.textContent).toContain(uiEn['cost.confirm']);
    expect(details('Sources, checked Oct 1, 2026').textContent).toContain('A page on fees');
  });

  it('says all of it in Chinese too', () => {
    const { container } = render(panel('zh-CN'));
    type('360000');
    expect(container.textContent).toContain('约 ¥10,800.00');
    expect(container.textContent).not.toMatch(/\{|cost\./);
  });
});

describe('in the popup', () => {
  it('is closed, with a failure and without, and not there while the money may be gone', () => {
    show({ page: [onPage()] }, { late: { cost: () => panel() } });
    expect(details(uiEn.cost).open).toBe(false);
    cleanup();
    show({}, { late: { cost: () => panel() } });
    expect(details(uiEn.cost).open).toBe(false);
    cleanup();
    show({ page: [onPage({ diagnosis: 'outcome-unknown' })] }, { late: { cost: () => panel() } });
    expect(screen.queryByText(uiEn.cost)).toBeNull();
  });

  it('keeps what was typed when the popup is drawn again', () => {
    const late = { cost: () => panel() };
    const { rerender, container } = render(panel());
    type('350');
    rerender(late.cost());
    expect(container.querySelector('input')!.value).toBe('350');
  });
});
