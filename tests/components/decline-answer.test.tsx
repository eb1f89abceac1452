// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DeclineAnswer } from '../../components/popup/decline-answer.tsx';
import type { PopupProps, Told } from '../../components/popup/popup-props.ts';
import { voiceOf } from '../../components/shared/voice.ts';
import { readDeclineCode } from '../../lib/call/code.ts';
import { typedCode } from '../../lib/understand/typed-code.ts';
import type { Locale } from '../../lib/i18n/index.ts';
import wordsEn from '../../lib/i18n/locales/en/decline-codes.json';
import library from '../../lib/i18n/locales/en/library.json';
import uiEn from '../../lib/i18n/locales/en/ui.json';
import wordsZh from '../../lib/i18n/locales/zh-CN/decline-codes.json';
import file from '../../lib/library/decline-codes.json';
import type { DeclineCode, DiagnosisId } from '../../lib/library/schema.ts';
import { packsOf } from '../words.ts';
import { show } from './show-popup.tsx';

const CODES = file as readonly DeclineCode[];
const UI = packsOf('ui');
const WORDS = packsOf('decline-codes');

const answer = (typed: string, onOpen: (diagnosis: DiagnosisId) => void = () => undefined, tag: Locale = 'en') => (
  <DeclineAnswer
    typed={typed}
    lookUp={(text, network) => readDeclineCode(text, network, CODES, WORDS[tag], wordsEn)}
    voice={voiceOf(tag, { ui: UI[tag] })}
    onOpen={onOpen}
  />
);
const networks = () => screen.queryByLabelText<HTMLSelectElement>(uiEn['bank-code.network']);
const readings = (container: Element) => [...container.querySelectorAll<HTMLElement>('[data-code]')];

afterEach(cleanup);

describe("a bank's decline code", () => {
  it('is given with its meaning, what to do, and whether to try again', () => {
    const onOpen = vi.fn();
    const { container } = render(answer('05', onOpen));
    expect(readings(container)).toHaveLength(1);
    for (const part of [
      '05',
      'Visa, Mastercard',
      wordsEn['meaning.declined-no-reason'],
      wordsEn['action.answer-alert-then-call'],
      wordsEn['retry.later'],
    ])
      expect(container.textContent).toContain(part);
    expect(networks()).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: new RegExp(`^${uiEn['bank-code.steps']}`) }));
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('bank-declined');
  });

  it('asks for the network where it decides, and answers at once', () => {
    const { container } = render(answer('78'));
    expect(screen.getByText(uiEn['bank-code.differs'])).toBeTruthy();
    expect(container.textContent).toContain(wordsEn['meaning.number-differs-by-network']);
    fireEvent.change(networks()!, { target: { value: 'visa' } });
    expect(screen.getByRole('status').textContent).toContain(wordsEn['meaning.card-not-activated-or-blocked']);
    expect(screen.queryByText(uiEn['bank-code.differs'])).toBeNull();
    expect(networks()!.value).toBe('visa');
  });

  it('says when the network chosen does not know it', () => {
    render(answer('78'));
    fireEvent.change(networks()!, { target: { value: 'amex' } });
    expect(screen.getByRole('status').textContent).toBe(uiEn['bank-code.none']);
  });

  it('forgets the network with the next code', () => {
    const { rerender } = render(answer('78'));
    fireEvent.change(networks()!, { target: { value: 'visa' } });
    rerender(answer('82'));
    expect(networks()!.value).toBe('');
  });

  it('tells buttons of several readings apart', () => {
    render(
      <DeclineAnswer
        typed="x"
        lookUp={() => ({
          readings: ['a', 'b'].map((id) => ({
            id,
            scheme: 'Visa',
            code: id,
            meaning: `means ${id}`,
            action: '',
            retry: '',
            means: id,
            diagnosis: 'bank-declined',
          })),
          networks: [],
        })}
        voice={voiceOf('en', { ui: uiEn })}
        onOpen={() => undefined}
      />,
    );
    expect(screen.getAllByRole('button').map((one) => one.textContent)).toEqual(
      ['a', 'b'].map((id) => `${uiEn['bank-code.steps']}: means ${id}`),
    );
  });

  it('is answered in Chinese where the screen is, also for English words', () => {
    const { container } = render(answer('do not honour', undefined, 'zh-CN'));
    expect(container.textContent).toContain(wordsZh['meaning.declined-no-reason']);
    expect(container.textContent).not.toMatch(/\{|bank-code/);
  });
});

describe('in the box', () => {
  const NOTHING: Told = { sightings: [], facts: [], quotes: [] };
  const code: NonNullable<PopupProps['late']>['code'] = (text, _answered, onOpen) =>
    typedCode(text, CODES, wordsEn) === null ? null : answer(text, onOpen);
  const own: Told = { ...NOTHING, sightings: [{ diagnosis: 'card-not-supported', certainty: 'likely', code: '' }] };
  const type = (text: string) => fireEvent.input(screen.getByRole('textbox'), { target: { value: text } });
  const status = (container: Element) => container.querySelector('.read-status')!.textContent;
  function open(code: NonNullable<PopupProps['late']>['code'], told: Told = NOTHING) {
    const shown = show({}, { reader: () => told, late: { ...(code ? { code } : {}) } });
    fireEvent.click(screen.getByRole('button', { name: uiEn['door.read'] }));
    return shown;
  }

  it("stands below the box's own answers and hides none", () => {
    const { container } = open(code, own);
    type('05');
    const found = container.querySelector('[data-answer]')!;
    expect(found.compareDocumentPosition(container.querySelector('.reading')!)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(status(container)).toBe(`${uiEn['read.understood']}${uiEn['read.code']}`);
  });

  it('is announced alone where the box knows nothing, which is then no failure of the box', () => {
    const { container } = open(code);
    type('MAC 03');
    expect(status(container)).toBe(uiEn['read.code']);
    type('MAC 03 or what it was');
    expect(container.querySelector('.reading')).toBeNull();
    expect(status(container)).toBe(uiEn['read.unknown'] + uiEn['read.languages']);
  });

  it('becomes part of the case, and the text stays in the box', () => {
    const { container } = open(code);
    type('05');
    fireEvent.click(within(container.querySelector<HTMLElement>('.reading')!).getByRole('button'));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(library['title.bank-declined']);
    fireEvent.click(screen.getByRole('button', { name: uiEn['door.read'] }));
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('05');
  });

  it('is not looked for in an empty box', () => {
    const asked = vi.fn(() => null);
    open(asked);
    type('   ');
    expect(asked).not.toHaveBeenCalled();
    type('05');
    expect(asked).toHaveBeenCalledWith('05', false, expect.any(Function));
  });
});
