// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { givenIn } from '../../components/interview/cause-list.tsx';
import { InterviewPanel } from '../../components/interview/interview-panel.tsx';
import type { InterviewVoice } from '../../components/interview/interview-voice.ts';
import { countriesByName } from '../../components/interview/question-form.tsx';
import { voiceOf } from '../../components/shared/voice.ts';
import { compileInterview } from '../../lib/case/interview-model.ts';
import { QUESTION_LIMIT, answerQuestion, startInterview, type Interview } from '../../lib/case/interview.ts';
import type { Locale, Words } from '../../lib/i18n/index.ts';
import en from '../../lib/i18n/locales/en/interview.json';
import libraryEn from '../../lib/i18n/locales/en/library.json';
import zh from '../../lib/i18n/locales/zh-CN/interview.json';
import libraryZh from '../../lib/i18n/locales/zh-CN/library.json';
import issuers from '../../lib/library/issuers.json';
import data from '../../lib/library/questions.json';
import type { QuestionsFile } from '../../lib/library/questions.ts';

const model = compileInterview(data as unknown as QuestionsFile, issuers);
const PACKS: Record<Locale, { interview: Words; library: Words }> = {
  en: { interview: en, library: libraryEn },
  'zh-CN': { interview: zh, library: libraryZh },
};
const voice = (tag: Locale = 'en'): InterviewVoice => voiceOf(tag, PACKS[tag]);
const from = (answers: Record<string, string>, start: Parameters<typeof startInterview>[1] = {}): Interview =>
  Object.entries(answers).reduce(
    (state, [question, answer]) => answerQuestion(model, state, question, answer),
    startInterview(model, start),
  );

/** The panel with a parent that keeps its state, as the popup does. */
function Kept({
  start,
  tag,
  onOpen,
  seen,
}: {
  start: Interview;
  tag: Locale;
  onOpen: (id: string) => void;
  seen: Interview[];
}) {
  const [interview, setInterview] = useState(start);
  return (
    <InterviewPanel
      model={model}
      interview={interview}
      voice={voice(tag)}
      onOpen={onOpen}
      onChange={(next) => {
        seen.push(next);
        setInterview(next);
      }}
    />
  );
}

function show(start: Interview = from({}), tag: Locale = 'en') {
  const onOpen = vi.fn<(id: string) => void>();
  const seen: Interview[] = [];
  const { container } = render(<Kept start={start} tag={tag} onOpen={onOpen} seen={seen} />);
  return { container, onOpen, seen, panel: () => container.querySelector<HTMLElement>('.interview')! };
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const group = () => screen.getByRole('group');
const causes = (container: Element) =>
  [...container.querySelectorAll<HTMLElement>('[data-cause]')].map((one) => one.dataset.cause);

afterEach(cleanup);

describe('a question', () => {
  it('is one group with its question as the legend, and real buttons with "I don\'t know" last', () => {
    show();
    expect(group().querySelector('legend')!.textContent).toContain(en['question.message-words']);
    const buttons = within(group()).getAllByRole('button');
    expect(buttons.map((one) => one.getAttribute('type'))).toEqual(buttons.map(() => 'button'));
    expect(buttons.at(-1)!.textContent).toBe(en['answer.dont-know']);
    expect(document.getElementById(group().getAttribute('aria-describedby')!)!.textContent).toBe(
      en['help.message-words'],
    );
  });
  it('counts from one and says how many there can be', () => {
    const { container } = show();
    expect(screen.getByText('Question 1, at most 6')).toBeTruthy();
    press(en['answer.message-words.names-bank']);
    expect(screen.getByText('Question 2, at most 6')).toBeTruthy();
    expect(container.querySelector('progress')!.value).toBe(1);
  });
  it('goes on at a press and reports the new state', () => {
    const { seen, panel } = show();
    press(en['answer.message-words.names-limit']);
    expect(seen.at(-1)!.answers).toEqual([{ question: 'message-words', answer: 'names-limit' }]);
    expect(panel().dataset.screen).toBe('limit-words');
  });
  it('moves the focus to the next question, but takes none when it opens', () => {
    show();
    expect(document.activeElement).toBe(document.body);
    press(en['answer.message-words.names-limit']);
    expect(document.activeElement).toBe(group().querySelector('legend'));
  });
  it('goes back to the question before, and starts over', () => {
    const { seen, panel } = show();
    expect(screen.queryByRole('button', { name: en.back })).toBeNull();
    press(en['answer.message-words.names-limit']);
    press(en['answer.limit-words.balance']);
    press(en.back);
    expect(panel().dataset.screen).toBe('limit-words');
    press(en.reset);
    expect(panel().dataset.screen).toBe('message-words');
    expect(seen.at(-1)!.answers).toEqual([]);
  });
  it('keeps what was known before when it starts over', () => {
    const start = from(
      { 'message-words': 'names-bank' },
      { known: [{ question: 'issuer-country', answer: 'IN' }], tells: ['bank-saw-nothing'] },
    );
    const { seen } = show(start);
    press(en.reset);
    expect(seen.at(-1)).toEqual({ ...start, answers: [] });
  });
});

describe('the causes so far', () => {
  it('are not shown before anything is known, nor after "I don\'t know"', () => {
    const { container } = show();
    expect(screen.queryByText(en['so-far'])).toBeNull();
    press(en['answer.dont-know']);
    expect(causes(container)).toEqual([]);
    expect(screen.getByText(en['nothing-yet'])).toBeTruthy();
  });
  it('are at most three, in words and without figures', () => {
    const { container } = show(from({ 'bank-message': 'blocked-or-declined', 'weixin-test': 'fails-too' }));
    expect(causes(container).length).toBeGreaterThan(0);
    expect(causes(container).length).toBeLessThanOrEqual(3);
    expect(causes(container)[0]).toBe('bank-declined');
    const list = container.querySelector('.causes')!.textContent!;
    expect(list).toContain(libraryEn['title.bank-declined']);
    expect(list).toContain(en['level.possible']);
    expect(list).not.toMatch(/\d|%/);
  });
  it('are told to a screen reader after each answer', () => {
    show();
    press(en['answer.message-words.names-shop-or-foreign-card']);
    expect(screen.getByRole('status').textContent).toContain(libraryEn['title.foreign-card-not-accepted']);
  });
  it('are only information while questions are asked', () => {
    show(from({ 'message-words': 'names-limit' }));
    expect(screen.queryByRole('button', { name: new RegExp(en.open) })).toBeNull();
  });
});

describe('the end', () => {
  const clear = from({
    'message-words': 'names-limit',
    'limit-words': 'balance',
    'card-state': 'little-money',
    'card-elsewhere': 'refused-everywhere',
  });

  it('names the most likely cause with what speaks for it, and opens its steps', () => {
    const { container, onOpen, panel } = show(clear);
    expect(panel().dataset.screen).toBe('result');
    expect(container.querySelector<HTMLElement>('[data-cause]')!.dataset).toMatchObject({
      cause: 'insufficient-funds',
      level: 'most-likely',
    });
    expect(container.textContent).toContain(en['result.act.text']);
    expect(screen.getAllByText(`${en['label.limit-words']}: ${en['answer.limit-words.balance']}`)[0]).toBeTruthy();
    press(new RegExp(`${en.open}.*${libraryEn['title.insufficient-funds']}`));
    expect(onOpen).toHaveBeenCalledWith('insufficient-funds');
  });
  it('says that it cannot tell when nobody knows anything', () => {
    const { panel } = show();
    for (let asked = 0; asked < QUESTION_LIMIT; asked++) press(en['answer.dont-know']);
    expect(panel().dataset.screen).toBe('result');
    expect(screen.getByRole('heading', { name: en['result.cannot-tell'] })).toBe(document.activeElement);
    expect(panel().querySelector('[data-level="most-likely"]')).toBeNull();
  });
  it('sends people to one repeat when the bank has opened the way', () => {
    show(from({}, { tells: ['bank-fraud-hold', 'bank-lifted'] }));
    expect(screen.getByText(en['result.retry-once.text'])).toBeTruthy();
  });
  it('puts checking before everything where the money may be gone', () => {
    show(from({ 'payment-record': 'paid' }));
    expect(screen.getByText(en['check-first'])).toBeTruthy();
    cleanup();
    show();
    expect(screen.queryByText(en['check-first'])).toBeNull();
  });
});

describe('the country', () => {
  // Everything else is answered, so that the country is what is left to ask.
  const others = Object.fromEntries(
    model.questions.filter((one) => one.id !== 'issuer-country').map((one) => [one.id, 'dont-know']),
  );
  const start = from({}, { known: Object.entries(others).map(([question, answer]) => ({ question, answer })) });

  it('is a list of names in the language of the screen, in its order', () => {
    show(start, 'zh-CN');
    const options = screen.getAllByRole('option').map((one) => one.textContent);
    expect(options[0]).toBe(zh['choose-country']);
    expect(options.at(-1)).toBe(zh['answer.issuer-country.other']);
    expect(options).toContain('印度');
    expect(countriesByName(['SE', 'DE', 'AT'], 'en').map((one) => one.name)).toEqual(['Austria', 'Germany', 'Sweden']);
  });
  it('is answered by the button, not by moving through the list', () => {
    const { seen } = show(start);
    const list = screen.getByRole('combobox');
    press(en.continue);
    expect(seen).toEqual([]);
    expect(document.activeElement).toBe(list);
    fireEvent.change(list, { target: { value: 'IN' } });
    expect(seen).toEqual([]);
    press(en.continue);
    expect(seen.at(-1)!.answers).toEqual([{ question: 'issuer-country', answer: 'IN' }]);
  });
  it('shows up by name among the reasons', () => {
    expect(givenIn({ question: 'issuer-country', answer: 'IN' }, voice())).toBe('Country of the card: India');
    expect(givenIn({ question: 'finding', answer: 'bank-declined' }, voice())).toBe(
      `The page: ${libraryEn['title.bank-declined']}`,
    );
    expect(givenIn({ question: 'tells', answer: 'bank-limit' }, voice('zh-CN'))).toBe('银行答复：超出卡的限额');
  });
});

describe('words', () => {
  it.each(['en', 'zh-CN'] as const)('are all there in %s, on every screen of every question', (tag) => {
    const screens: Interview[] = model.questions.flatMap((question) =>
      question.answers
        .slice(0, 40)
        .map((answer) => answerQuestion(model, startInterview(model), question.id, answer.id)),
    );
    for (const start of [...screens.filter((_, at) => at % 5 === 0), from({}, { tells: ['bank-limit'] })]) {
      const { container } = show(start, tag);
      expect(container.textContent).not.toMatch(/\{\w+\}|\b(?:answer|question|help|label|level|result|title)\.[a-z]/);
      cleanup();
    }
  });
});
