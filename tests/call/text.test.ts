import { describe, expect, it } from 'vitest';
import {
  clockIn,
  hoursOnClock,
  isChinaClock,
  isZone,
  languageName,
  linesOf,
  mainCards,
  ownClock,
  spokenClock,
  zoneName,
  type CallFacts,
  type Tongue,
} from '../../lib/call/lines.ts';
import { answerCall, beginCall, currentNode, planCall, type CallProgress } from '../../lib/call/script.ts';
import { callAsText } from '../../lib/call/text.ts';
import { running } from '../../lib/i18n/index.ts';
import en from '../../lib/i18n/locales/en/script.json';
import zh from '../../lib/i18n/locales/zh-CN/script.json';
import json from '../../lib/library/call-script.json';
import { PARTIES } from '../../lib/messages.ts';
import { callScript } from '../../lib/library/call-script.ts';

const SCRIPT = callScript.parse(json);
const EN: Tongue = { tag: 'en', words: en };
const ZH: Tongue = { tag: 'zh-CN', words: zh };
const AT = Date.UTC(2026, 10, 22, 12, 8);
const NOTHING: CallFacts = {
  at: null,
  zone: 'Europe/Berlin',
  amount: '',
  code: '',
  agent: '',
  reference: '',
  callTime: '',
  text: '',
};
const FACTS: CallFacts = { ...NOTHING, at: AT, amount: 'CNY 350' };
const BANK = planCall(SCRIPT.bank, ['funds', 'see-attempt']);
const after = (...answers: string[]): CallProgress =>
  answers.reduce((progress, answer) => answerCall(BANK, progress, answer), beginCall(BANK));

describe('the times of a call', () => {
  it('are told in China time and on the other clock', () => {
    expect(clockIn(AT, 'Asia/Shanghai', 'en')).toBe('Nov 22, 2026, 20:08');
    expect(ownClock(AT, 'Europe/Berlin', 'en')).toBe('13:08');
    expect(spokenClock(AT, 'Asia/Shanghai', 'zh-CN')).toBe('11月22日 20:08');
  });
  it('name the day of the other clock where it is another day', () => {
    const night = Date.UTC(2026, 10, 22, 17, 30);
    expect(ownClock(night, 'America/New_York', 'en')).toBe('Nov 22, 2026, 12:30');
    expect(linesOf(mainCards(BANK)[0]!, EN, 'en', { ...FACTS, at: night, zone: 'America/New_York' })[2]).toBe(
      'It was on November 23 at 01:30, China time; that is November 22 at 12:30, Eastern Time.',
    );
  });
  it('are told once where both clocks agree', () => {
    expect(isChinaClock(AT, 'Asia/Singapore')).toBe(true);
    expect(linesOf(mainCards(BANK)[0]!, EN, 'en', { ...FACTS, zone: 'Asia/Singapore' })[2]).toBe(
      'It was on November 22 at 20:08, China time.',
    );
  });
  it('name the zone in the language of the listener', () => {
    expect(zoneName(AT, 'Europe/Berlin', 'en')).toBe('Central European Time');
    expect(zoneName(AT, 'Europe/Berlin', 'zh-CN')).toBe('中欧时间');
  });
  it.each([
    ['Europe/Berlin', '01:00–17:00'],
    ['America/Los_Angeles', '16:00–08:00'],
    ['Asia/Kolkata', '05:30–21:30'],
  ])('the hours of a line in China are told on the clock of %s', (zone, hours) => {
    expect(hoursOnClock('08:00-24:00', zone, AT, 'en')).toBe(hours);
  });
  it('hours that cannot be read are left out', () => {
    expect(hoursOnClock('', 'Europe/Berlin', AT, 'en')).toBeNull();
    expect(hoursOnClock('all day', 'Europe/Berlin', AT, 'en')).toBeNull();
  });
  it('know a zone from a made-up one', () => {
    expect([isZone('Asia/Kolkata'), isZone('Mars/Olympus'), isZone('')]).toEqual([true, false, false]);
  });
});

describe('the lines of a card', () => {
  const opening = mainCards(BANK)[0]!;
  it('add the facts that are known, and no blank where they are not', () => {
    expect(linesOf(opening, EN, 'en', FACTS)).toHaveLength(4);
    expect(linesOf(opening, EN, 'en', FACTS)[1]).toBe('The amount was CNY 350.');
    expect(linesOf(opening, EN, 'en', NOTHING)).toHaveLength(2);
  });
  it('the opening carries the last four digits, both amounts, the time and the names to search for', () => {
    expect(linesOf(opening, EN, 'en', { ...FACTS, lastFour: '1234', home: 'EUR 45' })).toEqual([
      en['say.opening'],
      'The card ends in 1234.',
      'The amount was CNY 350, about EUR 45.',
      'It was on November 22 at 20:08, China time; that is 13:08, Central European Time.',
      expect.stringContaining('“AliPay Merchant Services” in Singapore'),
    ]);
  });
  it.each(['', '123', '12345', '4111111111111111', 'abcd'])('never says anything but four digits: “%s”', (lastFour) => {
    expect(linesOf(opening, EN, 'en', { ...FACTS, lastFour }).join(' ')).not.toContain('ends in');
  });
  it('name the user’s language in the other side’s', () => {
    const interpreter = { id: 'interpreter', adds: [], outcome: null };
    expect(linesOf(interpreter, ZH, 'en', NOTHING)[0]).toContain('英语');
    expect(linesOf(interpreter, EN, 'zh-CN', NOTHING)[0]).toContain('Chinese');
    expect(languageName('en', 'en')).toBe('English');
  });
  it('run on with spaces only where the language has them', () => {
    expect(running(['a.', 'b.'], 'en')).toBe('a. b.');
    expect(running(['甲。', '乙。'], 'zh-CN')).toBe('甲。乙。');
    expect(running(['あ。', 'い。'], 'ja')).toBe('あ。い。');
  });
  it('are none on an end', () => {
    expect(linesOf({ id: 'end-done-paid', adds: [], outcome: 'done-paid' }, EN, 'en', FACTS)).toEqual([]);
  });
});

describe('the sheet as text', () => {
  it('has everything in both languages', () => {
    const facts = { ...FACTS, agent: 'Ms. Li', reference: 'R-17', callTime: '21:00', text: 'raised until Friday' };
    expect(callAsText(BANK, after('next', 'next', 'funds-missing', 'next'), EN, ZH, facts, 'full'))
      .toMatchInlineSnapshot(`
        "打电话给银行
        请拨打银行卡背面的号码。

        这笔付款的信息
        失败时间: 2026年11月22日 20:08 北京时间 / 13:08 中欧时间
        金额: CNY 350
        银行看到的商户名: “Alipay…”，也可能是“AliExpress…”
        国家: 中国或新加坡；AliExpress 为卢森堡或伦敦

        绝不要告诉任何人: 验证码、银行卡密码（PIN）、卡的安全码、完整密码和完整卡号（对人口述）

        要说的话
        1. Hello. A payment with my card did not go through. I made it myself, and I'd like to know why. The amount was CNY 350. It was on November 22 at 20:08, China time; that is 13:08, Central European Time. Please search for “Alipay”, “AliPay Merchant Services” in Singapore, or “AliExpress” in Luxembourg or London.
           (您好，我的银行卡有一笔付款没有成功，是我本人操作的，想请您帮我查一下原因。金额是 CNY 350。时间是北京时间 11月22日 20:08，也就是中欧时间 13:08。麻烦您按这些商户名查：“Alipay”、新加坡的“AliPay Merchant Services”，或卢森堡、伦敦的“AliExpress”。)
        2. Do you see this payment, or a check of my card?
           (请问您能看到这笔付款，或者这张卡的验卡记录吗？)
        3. Is there enough available for this payment, including exchange costs and pending holds? The amount was CNY 350.
           (请问可用余额或额度够付这笔钱吗？请把货币转换费和还在冻结的金额也算上。金额是 CNY 350。)
        4. Which decline code and reason do you see? Could you read them to me?
           (请问您看到的应答码和拒绝原因是什么？麻烦您念给我听。)
        5. Is there a security block on this payment or on my card? The payment is mine. Could you please remove the block?
           (请问这笔付款或这张卡是不是被安全限制了？这笔付款是我本人操作的，麻烦您帮我解除。)
        6. Could you please mark this payment as genuine? Please let one payment through in the next 30 minutes.
           (麻烦您把这笔付款标记为本人交易，并在接下来 30 分钟内放行一笔，可以吗？)
        7. When may I try again: now or later? I will try only once.
           (请问我什么时候可以再试？是现在，还是要等一等？我只会试一次。)
        8. Thank you for your help. Could you give me a reference number for this call, and your name, please?
           (谢谢您的帮助。能告诉我这次通话的受理编号，还有您的姓名或工号吗？)

        对方的回答
        - 余额或额度: 不够

        现在这样做
        先存钱，再试一次: 把钱转到这张卡的账户，到账后再付。给汇率留点余量。然后试一次。

        你的笔记
        客服姓名或工号: Ms. Li
        受理编号: R-17
        通话时间: 21:00
        对方说了什么、约定了什么: raised until Friday
        "
      `);
  });
  it('has the opening in the other side’s language alone', () => {
    const text = callAsText(BANK, beginCall(BANK), ZH, EN, FACTS, 'opening');
    expect(text).toMatch(/^您好，.*\n金额是 CNY 350。\n时间是北京时间 .*\n请问/s);
    expect(text).not.toContain('Hello');
  });
  it('has the notes with what was said and the next action', () => {
    const text = callAsText(
      BANK,
      after('next', 'next', 'funds-missing', 'next'),
      ZH,
      EN,
      { ...FACTS, reference: 'R-17' },
      'notes',
    );
    expect(text.split('\n')).toEqual([
      'Reference number: R-17',
      '',
      'What they said',
      '- Money on the card: There is not enough',
      '',
      'Do this now',
      expect.stringContaining('Add money, then try once'),
    ]);
  });
  it('says so when there are no notes', () => {
    expect(callAsText(BANK, beginCall(BANK), EN, EN, NOTHING, 'notes')).toBe('No notes yet.');
  });
  it('says a line once when both speak one language', () => {
    const text = callAsText(BANK, beginCall(BANK), EN, EN, NOTHING, 'full');
    expect(text.split('Which decline code').length).toBe(2);
  });
  it.each(PARTIES)('has a sentence for every key: %s', (party) => {
    const plan = planCall(SCRIPT[party], []);
    for (const part of ['full', 'opening', 'notes'] as const) {
      const text = callAsText(plan, beginCall(plan), EN, ZH, { ...FACTS, code: 'ALIN43911' }, part);
      expect(text).not.toMatch(/\{\w+\}|undefined|\b(?:say|sheet|add|never|topic)\.[a-z]/);
    }
  });
  it('tells Alipay the code on the page, and the bank the name it sees', () => {
    const facts = { ...FACTS, code: 'ALIN43911' };
    const alipay = planCall(SCRIPT.alipay, []);
    expect(callAsText(alipay, beginCall(alipay), EN, EN, facts, 'full')).toContain('Code on the page: ALIN43911');
    const bank = callAsText(BANK, beginCall(BANK), EN, EN, facts, 'full');
    expect(bank).toContain('Name the bank sees: “Alipay…”, perhaps “AliExpress…”');
    expect(bank).not.toContain('ALIN43911');
  });
  it('knows the card it ends on', () => {
    expect(currentNode(BANK, after('next', 'next', 'funds-missing', 'next')).outcome).toBe('top-up-then-retry');
  });
});
