// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { countriesByName, givenIn } from '../../components/interview/given-words.ts';
import type { Asked } from '../../components/interview/question-form.tsx';
import { QuestionScreen } from '../../components/interview/question-screen.tsx';
import type { Locale } from '../../lib/i18n/index.ts';
import en from '../../lib/i18n/locales/en/interview.json';
import zh from '../../lib/i18n/locales/zh-CN/interview.json';
import { voiceIn } from './show-popup.tsx';

const FIRST: Asked = { id: 'vpn', shown: ['yes', 'no'], more: [], number: 1 };
const SECOND: Asked = {
  id: 'message-words',
  shown: ['names-bank', 'names-card', 'names-limit', 'names-account', 'nothing-named'],
  more: ['names-region', 'names-busy-or-system'],
  number: 2,
};

function view(question: Asked, onAnswer: (answer: string) => void, tag: Locale = 'en', onBack = () => undefined) {
  return (
    <QuestionScreen
      question={question}
      voice={voiceIn(tag)}
      known={<p>known</p>}
      canGoBack={question.number > 1}
      onAnswer={onAnswer}
      onBack={onBack}
    />
  );
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const group = () => screen.getByRole('group');

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('a question', () => {
  it('is one group with its question as the legend, and real buttons with "I don\'t know" last', () => {
    render(view(FIRST, () => undefined));
    expect(group().querySelector('legend')!.textContent).toContain(en['question.vpn']);
    const buttons = within(group()).getAllByRole('button');
    expect(buttons.map((one) => one.getAttribute('type'))).toEqual(buttons.map(() => 'button'));
    expect(buttons.at(-1)!.textContent).toBe(en['answer.dont-know']);
    expect(document.getElementById(group().getAttribute('aria-describedby')!)!.textContent).toBe(en['help.vpn']);
  });

  it('shows at most five answers, the others when asked', () => {
    const { container } = render(view(SECOND, () => undefined));
    const answers = () => [...container.querySelectorAll('[data-answer]')];
    expect(answers()).toHaveLength(6);
    press(en.more.replace('{count}', '2'));
    expect(answers()).toHaveLength(8);
    expect(container.querySelector('[data-more]')).toBeNull();
  });

  it('counts as long as the count is true', () => {
    const { container, rerender } = render(view(FIRST, () => undefined));
    expect(screen.getByText('Question 1, at most 6')).toBeTruthy();
    rerender(view({ ...SECOND, number: 7 }, () => undefined));
    expect(container.querySelector('.question-number')).toBeNull();
  });

  it('moves the focus when it takes the place of another, but takes none when it opens', () => {
    const { rerender } = render(view(FIRST, () => undefined));
    expect(document.activeElement).toBe(document.body);
    act(() => rerender(view(SECOND, () => undefined)));
    expect(document.activeElement).toBe(group().querySelector('legend'));
  });

  it('takes no click that was meant for the one before it, and none twice', () => {
    const onAnswer = vi.fn();
    const { rerender } = render(view(FIRST, onAnswer));
    press(en['answer.vpn.yes']);
    press(en['answer.vpn.yes']);
    expect(onAnswer.mock.calls).toEqual([['yes']]);
    act(() => rerender(view(SECOND, onAnswer)));
    press(en['answer.message-words.names-bank']);
    act(() => void vi.advanceTimersByTime(299));
    press(en['answer.message-words.names-bank']);
    expect(onAnswer).toHaveBeenCalledOnce();
    act(() => void vi.advanceTimersByTime(1));
    press(en['answer.message-words.names-bank']);
    expect(onAnswer).toHaveBeenLastCalledWith('names-bank');
  });

  it('goes back to the question before', () => {
    const onBack = vi.fn();
    const { rerender } = render(view(FIRST, () => undefined, 'en', onBack));
    expect(screen.queryByRole('button', { name: en.back })).toBeNull();
    rerender(view(SECOND, () => undefined, 'en', onBack));
    press(en.back);
    expect(onBack).toHaveBeenCalledOnce();
  });
});

describe('the country', () => {
  const COUNTRY: Asked = { id: 'issuer-country', shown: ['IN', 'DE'], more: ['SE', 'other'], number: 1 };

  it('is a list of names in the language of the screen, in its order', () => {
    render(view(COUNTRY, () => undefined, 'zh-CN'));
    const options = screen.getAllByRole('option').map((one) => one.textContent);
    expect(options[0]).toBe(zh['choose-country']);
    expect(options.at(-1)).toBe(zh['answer.issuer-country.other']);
    expect(options).toContain('印度');
    expect(countriesByName(['SE', 'DE', 'AT'], 'en').map((one) => one.name)).toEqual(['Austria', 'Germany', 'Sweden']);
  });

  it('is answered by the button, not by moving through the list', () => {
    const onAnswer = vi.fn();
    render(view(COUNTRY, onAnswer));
    const list = screen.getByRole('combobox');
    press(en.continue);
    expect(document.activeElement).toBe(list);
    fireEvent.change(list, { target: { value: 'IN' } });
    expect(onAnswer).not.toHaveBeenCalled();
    press(en.continue);
    expect(onAnswer).toHaveBeenCalledExactlyOnceWith('IN');
  });

  it('is told by name, and everything else in its words', () => {
    const voice = voiceIn('en');
    expect(givenIn({ question: 'issuer-country', answer: 'IN' }, voice)).toBe('Country of the card: India');
    expect(givenIn({ question: 'issuer-country', answer: 'other' }, voice)).toContain('Another country');
    expect(givenIn({ question: 'tells', answer: 'bank-saw-nothing' }, voice)).toBe('Your bank: it sees no attempt');
  });
});
