// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { glossary } from '../../lib/generated/glossary.ts';
import en from '../../lib/i18n/locales/en/library.json';
import uiEn from '../../lib/i18n/locales/en/ui.json';
import zh from '../../lib/i18n/locales/zh-CN/library.json';
import type { Evidence, Finding } from '../../lib/messages.ts';
import { makeWordGloss } from '../../lib/understand/word-gloss.ts';
import { onPage, show } from './show-popup.tsx';

const late = { gloss: makeWordGloss(glossary) };
const UNLISTED = '余额宝暂时不可转出至境外卡';
const finding = (quote: string, change: Partial<Finding> = {}) => {
  const evidence: Evidence[] = [{ kind: 'sentence', rule: 'a/b', quote, place: 'dialog' }];
  return { page: [onPage({ certainty: 'exact', evidence, ...change })] };
};
const unlisted = finding(UNLISTED, { diagnosis: 'unknown-failure', certainty: 'unsure' });
const glosses = (container: Element) => [...container.querySelectorAll('.gloss')].map((one) => one.textContent);

afterEach(cleanup);

it('says under the quote what it says, once, as surely as it was read', () => {
  const missing: string[] = [];
  const { container } = show(finding('发卡行拒绝交易'), { late }, 'en', missing);
  expect(glosses(container)).toEqual([`In short: ${en['says.bank-declined']}`]);
  expect(container.querySelector('.says summary .gloss')).not.toBeNull();
  expect(container.textContent!.split(en['says.bank-declined']).length).toBe(2);
  expect(missing).toEqual([]);
  cleanup();
  expect(glosses(show(finding('发卡行拒绝', { certainty: 'likely' }), { late }).container)).toEqual([
    `Roughly: ${en['says.bank-declined']}`,
  ]);
});

it('says nothing to who can read the quote', () => {
  expect(glosses(show(finding('发卡行拒绝交易'), { late }, 'zh-CN').container)).toEqual([]);
  cleanup();
  expect(glosses(show(finding('Your card was declined'), { late }).container)).toEqual([]);
  cleanup();
  expect(glosses(show(finding('Your card was declined'), { late }, 'zh-CN').container)).toEqual([
    `意思是：${zh['says.bank-declined']}`,
  ]);
});

it('reads a message nobody has listed word by word, and says so', () => {
  expect(glosses(show(unlisted, { late }).container)).toEqual([
    "Word by word: Yu'e Bao fund · for now cannot · transfer out · to · card from abroad",
  ]);
  cleanup();
  expect(glosses(show(unlisted, { late }, 'zh-CN').container)).toEqual([]);
  cleanup();
  // Without the late part the quote stands there alone.
  const { container } = show(unlisted);
  expect(glosses(container)).toEqual([]);
  expect(container.querySelector('.says q')!.textContent).toBe(UNLISTED);
});

it('does not repeat the title under a bare failure', () => {
  const bare = finding('支付失败', { diagnosis: 'unknown-failure', certainty: 'unsure' });
  expect(glosses(show(bare, { late }).container)).toEqual([]);
});

it('reads a typed message that nobody has listed as well', () => {
  const { container } = show({}, { late });
  fireEvent.click(screen.getByRole('button', { name: uiEn['door.read'] }));
  fireEvent.input(screen.getByRole('textbox'), { target: { value: UNLISTED } });
  expect(screen.getByText(uiEn['read.unknown'])).toBeTruthy();
  expect(glosses(container)[0]).toMatch(/^Word by word: Yu'e Bao/);
  fireEvent.input(screen.getByRole('textbox'), { target: { value: 'what a nice day' } });
  expect(glosses(container)).toEqual([]);
});
