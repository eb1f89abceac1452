import { fireEvent, render, screen } from '@testing-library/preact';
import { CallDesk } from '../../components/call-sheet/call-desk.tsx';
import type { CallDeskProps, CallMemory } from '../../components/call-sheet/call-props.ts';
import { knowledge } from '../../lib/case/knowledge.ts';
import { answerCase } from '../../lib/case/answer.ts';
import { type Evidence, NOBODY, withTold } from '../../lib/case/evidence.ts';
import { planCall } from '../../lib/call/script.ts';
import { say } from '../../lib/i18n/index.ts';
import alternatives from '../../lib/i18n/locales/en/alternatives.json';
import library from '../../lib/i18n/locales/en/library.json';
import en from '../../lib/i18n/locales/en/script.json';
import enSheet from '../../lib/i18n/locales/en/sheet.json';
import zh from '../../lib/i18n/locales/zh-CN/script.json';
import zhSheet from '../../lib/i18n/locales/zh-CN/sheet.json';
import json from '../../lib/library/call-script.json';
import { callScript } from '../../lib/library/call-script.ts';
import { packsOf } from '../words.ts';
import { CALL_LIMITS, emptyCall } from '../../lib/state/call.ts';

const SCRIPT = callScript.parse(json);
const AT = Date.UTC(2026, 10, 22, 12, 8);

const data = knowledge();
const PACKS = { library, alternatives } as Record<string, Record<string, string>>;

/** Renders the sheet with plain props and what a test changes of them; `saved` is what it gave to be stored. Told things are answered. */
export function show(change: Partial<CallDeskProps> = {}, before: readonly Evidence[] = []) {
  const saved: Partial<CallMemory>[] = [];
  let evidence = before;
  const answerNow = () => answerCase({ evidence, person: NOBODY }, data);
  const draw = (more: Partial<CallDeskProps> = {}) => rerender(<CallDesk {...props} answer={answerNow()} {...more} />);
  const props: CallDeskProps = {
    party: 'bank',
    plans: {
      bank: planCall(SCRIPT.bank, ['see-attempt', 'read-code', 'limits']),
      alipay: planCall(SCRIPT.alipay, []),
      shop: planCall(SCRIPT.shop, []),
    },
    packs: { ...packsOf('script'), en: { ...en, ...enSheet }, 'zh-CN': { ...zh, ...zhSheet } },
    screen: 'en',
    bank: 'zh-CN',
    remarks: [],
    failedAt: AT,
    code: '',
    zone: 'Europe/Berlin',
    zones: ['Europe/Berlin', 'Asia/Kolkata'],
    now: () => AT,
    memory: emptyCall(),
    answer: answerNow(),
    data,
    wordsOf: ({ pack, key }, slots) => say(PACKS[pack]!, key, slots),
    found: null,
    pinyin: {},
    voices: [],
    earlier: [],
    kept: [],
    keeps: false,
    limits: CALL_LIMITS,
    keeping: 'tab',
    support: { lines: ['Me > Settings > Help Center'], hours: '08:00-24:00' },
    sources: { bank: [], alipay: [], shop: [] },
    lookUp: () => ({ readings: [], networks: [] }),
    onMemory: async (memory) => saved.push(memory) > 0,
    onTold: (party, told) => {
      evidence = withTold({ evidence, person: NOBODY }, party, told, AT + evidence.length).evidence;
      draw();
    },
    onFound: () => undefined,
    onUndo: () => undefined,
    onSpeak: () => undefined,
    onEarlier: () => undefined,
    onKeep: () => undefined,
    onDelete: () => undefined,
    onCopy: async () => true,
    onPrint: () => undefined,
    onParty: () => undefined,
    onScreenLanguage: () => undefined,
    onBankLanguage: () => undefined,
    ...change,
  };
  const { container, rerender } = render(<CallDesk {...props} />);
  return { container, saved, rerender: draw };
}

export const root = () => document.querySelector<HTMLElement>('[data-state]')!;
export const node = () => root().dataset.node;
export const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
export const answer = (id: string) => fireEvent.click(document.querySelector(`[data-answer="${id}"]`)!);
export const type = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
export const heading = () => document.querySelector('.card h2')!;
export const line = () => document.querySelector('.line')!.textContent!;

/** A failure as a page shows it. */
export const sighting = (diagnosis: string): Evidence & { kind: 'sighting' } => ({
  kind: 'sighting',
  diagnosis,
  certainty: 'likely',
  code: '',
  source: 'page',
  live: true,
  quotes: [],
  host: '',
  at: AT,
});

/** The plans with these topics for the shop. */
export const shopPlans = (...topics: string[]): CallDeskProps['plans'] => ({
  bank: planCall(SCRIPT.bank, []),
  alipay: planCall(SCRIPT.alipay, []),
  shop: planCall(SCRIPT.shop, topics),
});
