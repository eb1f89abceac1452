// @vitest-environment happy-dom
/** The law of never twice on screen: every head with every outcome, in both languages, by ids and by words. */
import { cleanup, fireEvent } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { stepsText } from '../../components/popup/steps-text.ts';
import type { Evidence } from '../../lib/case/evidence.ts';
import { OUTCOMES } from '../../lib/library/outcomes.ts';
import { NOW } from '../case/sample-library.ts';
import { shippedData as data } from './shipped-data.ts';
import { type Known, modelOf, onPage, show, voiceIn } from './show-popup.tsx';

const DIAGNOSES = Object.keys(data.library.diagnoses);
const at = NOW + 1;
/** What makes the money go where it is, after any head. */
const MONEY: Record<(typeof OUTCOMES)[number], readonly Evidence[]> = {
  'not-paid': [{ kind: 'answer', question: 'looked', answer: 'not-paid', at }],
  'maybe-paid': [{ kind: 'result', result: 'pending', at }],
  held: [{ kind: 'told', id: 'bank-held', from: 'bank', at }],
  paid: [{ kind: 'result', result: 'paid', at }],
};
const known = (diagnosis: string, outcome: (typeof OUTCOMES)[number]): Known => ({
  page: [onPage({ diagnosis, certainty: 'exact' })],
  stored: MONEY[outcome],
});

/** Languages whose words a test can tell apart; the others show the same keys, which the ids hold. */
type Read = 'en' | 'zh-CN';

/** Sentences that send somebody to another attempt, card or way; those that warn of it are taken out first. */
const WARNS: Readonly<Record<Read, RegExp>> = {
  en: /[^.!?]*\b(?:do not|don't|never|no other|not|before you|only when|rarely|cannot|can't|stop)\b[^.!?]*[.!?]?/gi,
  'zh-CN': /[^。！？]*(?:不要|别|请勿|不能|暂时|才|之前|没有|不|可能会重复)[^。！？]*[。！？]?/g,
};
const OFFERS: Readonly<Record<Read, RegExp>> = {
  en: /try (?:it )?(?:once|again)|try this payment|once more|another card|other card|another way|other ways? to pay|pay again|pay another|pay meanwhile|new order|one careful try/i,
  'zh-CN': /再试|重试|试一次|换一张|另一张卡|其他付款方式|别的方式付|再付|重新下单|新订单/,
};

/** Whole sentences; labels and single words may stand more than once, and how well a fact is supported stands under each. */
const SENTENCE: Readonly<Record<Read, RegExp>> = { en: /[^.!?]{18,}[.!?]/g, 'zh-CN': /[^。！？]{8,}[。！？]/g };

function visible(container: Element): string[] {
  return [...container.querySelectorAll('main p, main li, main h1, main h2, main button, main summary')]
    .filter((one) => !one.querySelector('p, li, button'))
    .map((one) => one.textContent ?? '');
}

afterEach(cleanup);

describe.each(['en', 'zh-CN'] as const)('in %s', (tag) => {
  it.each(OUTCOMES.slice(1))('no screen offers to pay in any way while the money is %s', (outcome) => {
    const broken: string[] = [];
    for (const diagnosis of DIAGNOSES) {
      const missing: string[] = [];
      const { container } = show(known(diagnosis, outcome), {}, tag, missing);
      container.querySelector<HTMLElement>('.more-steps')?.click();
      expect(missing).toEqual([]);
      // Already paid stays paid, whatever else is told.
      const own = modelOf(known(diagnosis, outcome)).answer!;
      expect(own.outcome).not.toBe('not-paid');
      expect(container.querySelector('[data-outcome]')!.getAttribute('data-outcome')).toBe(own.outcome);
      const ids = [...container.querySelectorAll<HTMLElement>('[data-step]')].map((one) => one.dataset.step!);
      broken.push(...ids.filter((id) => data.steps[id]?.offers).map((id) => `${diagnosis}: step ${id}`));
      expect(own.retry).toBeNull();
      expect(own.hasWays || own.hasCost || own.talk !== null || own.asksResult || own.pause !== null).toBe(false);
      for (const sentence of [...visible(container), stepsText(own, voiceIn(tag))]) {
        const left = sentence.replace(WARNS[tag], '');
        if (OFFERS[tag].test(left)) broken.push(`${diagnosis}: ${sentence}`);
      }
      cleanup();
    }
    expect([...new Set(broken)]).toEqual([]);
  });

  it('the words that are looked for are those that are said when nothing was paid', () => {
    const found = DIAGNOSES.filter((diagnosis) => {
      const { container } = show(known(diagnosis, 'not-paid'), {}, tag);
      container.querySelector<HTMLElement>('.more-steps')?.click();
      const is = visible(container).some((one) => OFFERS[tag].test(one.replace(WARNS[tag], '')));
      cleanup();
      return is;
    });
    expect(found.length).toBeGreaterThan(DIAGNOSES.length / 2);
  });

  it.each(OUTCOMES)('no screen says a sentence twice while the money is %s', (outcome) => {
    const twice: string[] = [];
    for (const diagnosis of DIAGNOSES) {
      const { container } = show(known(diagnosis, outcome), {}, tag);
      container.querySelector<HTMLElement>('.more-steps')?.click();
      const said = visible(container)
        .flatMap((one) => one.match(SENTENCE[tag]) ?? [])
        .filter((one) => !one.startsWith('Fairly well supported'));
      twice.push(
        ...said
          .map((one) => one.trim())
          .filter((one, at, all) => all.indexOf(one) < at)
          .map((one) => `${diagnosis}: ${one}`),
      );
      cleanup();
    }
    expect([...new Set(twice)]).toEqual([]);
  });

  it.each(DIAGNOSES)('has words for every head and screen of %s', (diagnosis) => {
    for (const outcome of OUTCOMES) {
      const missing: string[] = [];
      const { container } = show(known(diagnosis, outcome), {}, tag, missing);
      expect(container.textContent).not.toMatch(/\{\w+\}/);
      for (const door of ['causes', 'questions', 'read']) {
        const found = container.querySelector<HTMLElement>(`[data-door="${door}"]`);
        if (!found) continue;
        fireEvent.click(found);
        expect(container.querySelector(`[data-screen="${door}"]`)).not.toBeNull();
        fireEvent.click(container.querySelector<HTMLElement>('main button')!);
      }
      expect(missing).toEqual([]);
      cleanup();
    }
  });
});

it('every head with money gone is unlike the others, asks what was found, and puts looking first', () => {
  for (const diagnosis of DIAGNOSES)
    for (const outcome of OUTCOMES.slice(1)) {
      const { container } = show(known(diagnosis, outcome));
      expect(container.querySelector('.alarm')).not.toBeNull();
      expect(container.querySelector('.who')).toBeNull();
      expect(container.querySelectorAll('[data-choice]').length).toBeGreaterThanOrEqual(1);
      expect(container.querySelector('[data-choice="not-paid"]')).not.toBeNull();
      const [first] = container.querySelectorAll<HTMLElement>('[data-step]');
      expect(data.steps[first!.dataset.step!]!.action).toBe('look');
      cleanup();
    }
});
