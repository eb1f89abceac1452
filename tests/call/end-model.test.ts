/** Every end of every call, for several cases: what the sheet shows there keeps the laws, also in the words that stand on the screen. */
import { describe, expect, it } from 'vitest';
import { endTitle } from '../../components/call-sheet/end-card.tsx';
import { endModel, type EndModel, type WordKey } from '../../components/call-sheet/end-model.ts';
import { planCall, topicsFor } from '../../lib/call/script.ts';
import { answerCase } from '../../lib/case/answer.ts';
import { type Evidence, withTold } from '../../lib/case/evidence.ts';
import alternativesEn from '../../lib/i18n/locales/en/alternatives.json';
import libraryEn from '../../lib/i18n/locales/en/library.json';
import scriptEn from '../../lib/i18n/locales/en/script.json';
import sheetEn from '../../lib/i18n/locales/en/sheet.json';
import alternativesZh from '../../lib/i18n/locales/zh-CN/alternatives.json';
import libraryZh from '../../lib/i18n/locales/zh-CN/library.json';
import scriptZh from '../../lib/i18n/locales/zh-CN/script.json';
import sheetZh from '../../lib/i18n/locales/zh-CN/sheet.json';
import json from '../../lib/library/call-script.json';
import { callScript } from '../../lib/library/call-script.ts';
import { PARTIES } from '../../lib/messages.ts';
import { caseOf } from '../case/every-evidence.ts';
import { brokenLaws } from '../case/laws.ts';
import { shippedCase as data } from '../case/shipped-case.ts';
import { must, walkCalls } from './every-call.ts';

type Pack = Record<string, string>;
const SCRIPT = callScript.parse(json);
const PACKS: Record<'en' | 'zh-CN', Record<WordKey['pack'], Pack>> = {
  en: { script: { ...scriptEn, ...sheetEn }, library: libraryEn, alternatives: alternativesEn },
  'zh-CN': { script: { ...scriptZh, ...sheetZh }, library: libraryZh, alternatives: alternativesZh },
};

/** Words that send somebody to pay. "Do not pay again" and "pay again only when …" forbid it. */
const PAYS = {
  en: /(?<!not )\btry (?:it |this payment )?(?:once|again|now)|another card|other card|another way|other ways? to pay|(?<!not )\bpay (?:it )?again(?! (?:only|before|yet))|pay the new order|new order/i,
  'zh-CN': /再试一次|换一张|另一张卡|其他付款方式|(?<!不要)(?<!别)再付一次|新订单/,
};

const sighting = (diagnosis: string, host = ''): Evidence => ({
  kind: 'sighting',
  diagnosis,
  certainty: 'likely',
  code: '',
  source: 'page',
  live: true,
  quotes: [],
  host,
  at: 1,
});
const CASES: Record<string, Evidence[]> = {
  'nothing known': [],
  'the bank refused': [sighting('bank-declined', 'mclient.alipay.com')],
  'the card does not fit': [sighting('card-not-supported')],
  'Alipay stopped it': [sighting('alipay-risk-control')],
  'the outcome is open': [sighting('outcome-unknown')],
  'already paid': [sighting('already-paid')],
  'money is held': [{ kind: 'told', id: 'bank-held', from: '', at: 2 }],
  'a result came': [sighting('bank-declined'), { kind: 'result', result: 'paid', at: 2 }],
  'an attempt is pending': [sighting('bank-declined'), { kind: 'result', result: 'pending', at: 2 }],
  'somebody looked': [sighting('outcome-unknown'), { kind: 'answer', question: 'looked', answer: 'not-paid', at: 2 }],
};

function wordsOf(model: EndModel, locale: 'en' | 'zh-CN'): string[] {
  const packs = PACKS[locale];
  const say = ({ pack, key }: WordKey): string => {
    must(Object.hasOwn(packs[pack], key), `${locale}: no words for ${key}`);
    return packs[pack][key]!;
  };
  const retry = model.retry ? [packs.library[`retry.${model.retry.when}`]!] : [];
  must(Object.hasOwn(packs.script, endTitle(model)), `${locale}: no words for ${endTitle(model)}`);
  return [packs.script[endTitle(model)]!, ...[model.now.body, ...model.later, ...model.ways].map(say), ...retry];
}

describe.each(PARTIES)('the end of a call: %s', (party) => {
  it.each(Object.keys(CASES))(
    'keeps the laws when %s',
    (name) => {
      const before = CASES[name]!;
      const { head, sheet, place } = answerCase(caseOf(...before), data);
      const plan = planCall(SCRIPT[party], topicsFor(SCRIPT[party], { id: head, script: sheet.topics }), place);
      const { ends } = walkCalls(plan, data, party === 'bank' ? 0 : 1);
      expect(ends.size).toBeGreaterThan(1);
      for (const { end, told, answers } of ends.values()) {
        const way = `${answers.join(' > ')} > ${end}`;
        const answer = answerCase(withTold(caseOf(...before), party, told, 10), data);
        const broken = brokenLaws(answer, data);
        must(broken.length === 0, `${way}: ${broken.join('; ')}`);
        const model = endModel(plan.graph, end, answer, data);
        must(model.outcome === answer.outcome, `${way}: the outcome is the case's`);
        must(new Set(model.later.map((one) => one.key)).size === model.later.length, `${way}: nothing twice`);
        must(!model.later.some((one) => one.key === model.now.body.key), `${way}: nothing twice`);
        const words = { en: wordsOf(model, 'en'), 'zh-CN': wordsOf(model, 'zh-CN') };
        if (answer.outcome === 'not-paid') {
          const isTry = model.end === 'retry-now-once' || model.later.some(({ key }) => key === 'steps.try-once-now');
          must(!isTry || answer.money.changed, `${way}: "try once now" although nothing was changed`);
          continue;
        }
        must(
          model.ways.length === 0 && model.retry === null,
          `${way}: no way and no try while it is ${answer.outcome}`,
        );
        must(!model.asks.includes('failed'), `${way}: no attempt is asked about while it is ${answer.outcome}`);
        must(model.now.title === null, `${way}: the outcome comes first`);
        for (const locale of ['en', 'zh-CN'] as const)
          for (const sentence of words[locale])
            must(!PAYS[locale].test(sentence), `${way} (${answer.outcome}): ${sentence}`);
      }
    },
    120_000,
  );
});

it('what is told is the case of the moment: going back takes it back', () => {
  const once = withTold(caseOf(), 'bank', ['bank-saw-attempt', 'bank-lifted'], 5);
  expect(answerCase(once, data).money.changed).toBe(true);
  expect(answerCase(withTold(once, 'bank', ['bank-saw-attempt'], 6), data).money.changed).toBe(false);
});
