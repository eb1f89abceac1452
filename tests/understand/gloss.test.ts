/** What a quoted message says in the reader's language, and a message nobody has listed word by word. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { glossary } from '../../lib/generated/glossary.ts';
import en from '../../lib/i18n/locales/en/library.json';
import zh from '../../lib/i18n/locales/zh-CN/library.json';
import { DIAGNOSIS_IDS } from '../../lib/library/diagnosis-ids.ts';
import { glossOf, needsGloss } from '../../lib/understand/gloss.ts';
import { makeWordGloss } from '../../lib/understand/word-gloss.ts';

const read = makeWordGloss(glossary);
const words = (text: string) => read(text)?.words.join(' · ') ?? null;
const EN: Readonly<Record<string, string>> = en;
const ZH: Readonly<Record<string, string>> = zh;
const TERMS = glossary.terms.split('\n').map((line) => line.split('\t')[0]!);

describe('the sentence of a known message', () => {
  it('stands for every diagnosis, in every language, short', () => {
    expect(DIAGNOSIS_IDS).toHaveLength(28);
    for (const id of DIAGNOSIS_IDS) {
      expect(EN[`says.${id}`], id).toMatch(/^[A-Z].{8,90}\.$/);
      expect(ZH[`says.${id}`], id).toMatch(/^\p{Script=Han}.{3,40}。$/u);
    }
  });

  it('says more than the title beside it, and gives no advice', () => {
    const content = (text: string) => new Set(text.toLowerCase().match(/[a-z]{4,}/g));
    for (const id of DIAGNOSIS_IDS.filter((one) => one !== 'unknown-failure')) {
      const title = content(EN[`title.${id}`]!);
      const more = [...content(EN[`says.${id}`]!)].filter((one) => !title.has(one));
      expect(more.length, id).toBeGreaterThanOrEqual(2);
      expect(EN[`says.${id}`], id).not.toMatch(/\b(?:please|try again|call|should)\b/i);
    }
  });

  it.each(['exact', 'likely'] as const)(
    'is given for what was read as %s, also before the glossary is there',
    (certainty) => {
      const said = { quote: '银行拒绝了本次付款', diagnosis: 'bank-declined', certainty };
      expect(glossOf(said, 'en', null)).toEqual({ kind: 'sentence', key: 'says.bank-declined', certainty });
    },
  );

  it('is never given for a guess: what the words say is all we know then', () => {
    const said = { quote: '银行拒绝了本次付款', diagnosis: 'bank-declined', certainty: 'unsure' } as const;
    expect(glossOf(said, 'en', null)).toBeNull();
    expect(glossOf(said, 'en', read)).toEqual({ kind: 'words', words: ['bank refused', 'this payment'] });
    expect(glossOf(said, 'zh-CN', read)).toBeNull();
  });

  it.each([
    ['银行拒绝了本次付款', true, false],
    ['銀行拒絕', true, false],
    ['Your card was declined', false, true],
    ['Ihre Bank hat die Zahlung abgelehnt', true, true],
    ['Votre banque a refusé le paiement', true, true],
    ['決済に失敗しました', true, true],
    ['결제가 거절되었습니다', true, true],
    ['Платёж отклонён', true, true],
    ['ACQ.PAYMENT_FAIL', false, false],
    ['••••', false, false],
    ['', false, false],
  ])('%s needs one on an English screen: %s, on a Chinese one: %s', (text, english, chinese) => {
    expect([needsGloss(text, 'en'), needsGloss(text, 'zh-CN')]).toEqual([english, chinese]);
  });
});

describe('a Chinese message nobody has listed', () => {
  const GLOSS = "Yu'e Bao fund · for now cannot · transfer out · to · card from abroad";

  it.each([
    ['余额宝暂时不可转出至境外卡', GLOSS],
    ['餘額寶暫時不可轉出至境外卡', GLOSS],
    ['余 额 宝 暂时不可转出\u200b至境外卡。', GLOSS],
    ['该理财产品暂停申购', 'this · investment product · paused · buy shares of the fund'],
    ['花呗分期额度不足（ＶＩＳＡ）', 'Huabei (Alipay credit) · instalments · limit not enough · VISA'],
    ['登录，失败', 'log in · failed'],
    ['登录失败', 'login failed'],
    ['账户魍已冻结', 'account · … · frozen'],
  ])('%s is read word by word', (text, gloss) => expect(words(text)).toBe(gloss));

  it.each(['決済に失敗', '결제 支付', 'payment failed', '魑魅魍魉支付', '', '••••', '的'])('%s is not read', (text) =>
    expect(words(text)).toBeNull(),
  );

  it('says nothing where its words are no more than "payment failed"', () => {
    const said = { quote: '抱歉，本次支付失败', diagnosis: 'unknown-failure', certainty: 'unsure' } as const;
    expect(read(said.quote)!.bare).toBe(true);
    expect(glossOf(said, 'en', read)).toBeNull();
    expect(glossOf({ ...said, quote: '支付失败，请稍后再试' }, 'en', read)).toEqual({
      kind: 'words',
      words: ['payment failed', 'please try again later'],
    });
  });

  it('never loses a "not" before a term', () => {
    const negative = /\b(?:not?|cannot|none|never|without|may not|differs?|different|under|unknown)\b/;
    const lost = TERMS.flatMap((term) => ['不', '未', '无法', '没有'].map((not) => not + term)).filter((text) => {
      const gloss = words(text);
      return gloss !== null && !negative.test(gloss);
    });
    expect(lost).toEqual([]);
  });
});

describe('hostile text', () => {
  const unit = fc.constantFrom(...'支付失败余额宝不可<>&"\'\u202e\u0000\ud840　ﷺ…・Aa0é\t\n', ...TERMS.slice(0, 200));

  it('gives only bundled words, holes and the Latin letters and digits that stand in it', () => {
    const bundled = new Set([...glossary.terms.split('\n').map((line) => line.split('\t')[1]!), '…']);
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 80 }), (units) => {
        const gloss = read(units.join(''));
        expect(gloss?.words.length ?? 0).toBeLessThanOrEqual(25);
        for (const word of gloss?.words ?? [])
          expect(bundled.has(word) || /^[A-Za-z0-9.%\s]{1,160}$/.test(word)).toBe(true);
      }),
    );
  });

  it('takes anything, and reads only the beginning of a long text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(() => read(text)).not.toThrow();
        expect(() => glossOf({ quote: text, diagnosis: '__proto__', certainty: 'unsure' }, 'en', read)).not.toThrow();
      }),
    );
    expect(read('支付失败'.repeat(250_000))!.words).toEqual(['payment failed']);
    expect(read('ﷺ'.repeat(1000) + '支付')).toBeNull();
  });
});
