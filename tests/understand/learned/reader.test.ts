/** The learned reader as it ships: what it reads of texts, and that hostile ones cost little and never throw. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clausesOf } from '../../../lib/understand/learned/clauses.ts';
import { makeConcepts } from '../../../lib/understand/learned/concepts.ts';
import { unpackModel } from '../../../lib/understand/learned/model.ts';
import { plainText } from '../../../lib/understand/learned/plain-text.ts';
import type { PackedModel } from '../../../lib/understand/learned/model.ts';
import file from '../../../lib/understand/learned/weights.json';
import { makeStoryReader } from '../../../lib/understand/story.ts';
import { readLibrary } from '../../../lib/library/read.ts';
import { shippedReaders } from '../../../scripts/shipped-readers.ts';

const packed = file as PackedModel;
const { lookup, learned } = shippedReaders();
const story = makeStoryReader(lookup, learned, (question) => question === 'payment-record');
const same = (text: string): string => text;
const factsOf = (text: string): string[] => story(text).facts.map(({ question, answer }) => `${question}=${answer}`);

describe('plain text', () => {
  it('folds case, accents, widths, numbers and Arabic forms', () => {
    expect(plainText('Überweisung  FÜR １２８.00 €', same)).toBe('uberweisung fur 0 €');
    expect(plainText('أُلغيت العمليّة', same)).toBe('الغيت العمليه');
    expect(plainText('İptal edildi', same)).toContain('iptal');
  });
  it('leaves the vowels of Thai where they are', () =>
    expect(plainText('บัตรถูกปฏิเสธ', same)).toBe('บัตรถูกปฏิเสธ'.normalize('NFC')));
});

describe('concepts', () => {
  const concepts = makeConcepts(readLibrary().concepts, (text) => plainText(text, same));
  const namesIn = (text: string): string[] => [
    ...new Set(concepts.find(plainText(text, same)).map(([, one]) => concepts.names[one]!)),
  ];
  it.each([
    ['en', 'my card has expired'],
    ['de', 'meine Karte ist abgelaufen'],
    ['es', 'mi tarjeta ha caducado'],
    ['ru', 'срок карты истек'],
    ['ja', 'カードの有効期限が切れています'],
    ['ar', 'انتهت صلاحية البطاقة'],
    ['th', 'บัตรหมดอายุ'],
  ])('are the same in %s', (_lang, text) => expect(namesIn(text)).toEqual(expect.arrayContaining(['card', 'expired'])));
  it('begin words in scripts with blanks', () => expect(namesIn('discard the scarf')).not.toContain('card'));
  it('refuse a line that cannot be read', () => expect(() => makeConcepts('card en', same)).toThrow('concepts.txt'));
});

describe('clauses', () => {
  it('part at ends, commas and "but", also in scripts without blanks', () => {
    expect(clausesOf('My bank approved it, but the page says failed.')).toEqual([
      'My bank approved it',
      'but the page says failed',
    ]);
    expect(clausesOf('银行说没问题，但是页面说失败')).toHaveLength(2);
    expect(clausesOf('It cost 1.234,50 euros')).toHaveLength(1);
  });
});

describe('the model', () => {
  it('refuses one that is cut short', () =>
    expect(() => unpackModel({ ...packed, vectors: 'hhh' })).toThrow('cut short'));
  it('gives chances that add up to one', () => {
    const sum = [...learned.causes('mein konto ist gesperrt', []).values()].reduce((all, one) => all + one, 0);
    expect(sum).toBeCloseTo(1, 6);
  });
});

describe('messages nobody listed', () => {
  it.each([
    ['Ihre Karte ist leider nicht mehr gültig, bitte hinterlegen Sie eine neue', 'card-expired'],
    ['El saldo de la tarjeta no alcanza para esta compra', 'insufficient-funds'],
    ['Банк отклонил вашу карту', 'bank-declined'],
    ['お使いのカード会社により取引が拒否されました', 'bank-declined'],
    ['your bank didnt let it thru, no reason', 'bank-declined'],
    ['الرصيد غير كاف لإتمام العملية', 'insufficient-funds'],
    ['Saldo insufficiente sulla carta', 'insufficient-funds'],
  ])('%s', (text, diagnosis) => expect(lookup(text)[0]?.diagnosis).toBe(diagnosis));

  it.each(['فشل الدفع في علي باي', 'alipay payment failed', '支付宝付款失败', 'アリペイ 決済失敗'])(
    'name no cause where "failed" and Alipay are all that is said: %s',
    (text) => expect(lookup(text)).toMatchObject([{ diagnosis: 'unknown-failure', certainty: 'unsure' }]),
  );

  it.each([
    [
      '【江海银行】您尾号6620的卡向ALIPAY付款USD318.00未成功。原因:境外及线上交易开关已关闭。退订回T',
      'bank-blocks-international',
    ],
    ['한빛카드 승인거절 ALIPAY USD 42.10\n사유: 해외결제 차단 설정 카드', 'bank-blocks-international'],
    ['Card x2281 was DECLINED for $61.20 at Alipay. Reason: available balance too low', 'insufficient-funds'],
  ])('give the reason that a message names: %s', (text, diagnosis) =>
    expect(lookup(text)[0]).toMatchObject({ diagnosis, certainty: 'likely' }),
  );

  it('do not take the reason of another service for one of ours', () =>
    expect(lookup('PayPal declined it. Reason: card expired')).toEqual([]));

  it('where the money may be gone it says so before everything else', () => {
    expect(lookup('The page said declined, but my bank app shows a pending charge of 45 euros')[0]?.diagnosis).toBe(
      'outcome-unknown',
    );
    expect(lookup('页面说风险拦截，可是银行短信说已经扣了钱')[0]?.diagnosis).toBe('outcome-unknown');
  });

  it.each([
    'the exam failed and my SIM card is blocked',
    'wie wird das Wetter morgen',
    'payment successful, thank you',
    '请输入6位支付密码',
    '???',
    '。。。',
  ])('is silent: %s', (text) => expect(lookup(text)).toEqual([]));

  it('tells a failure without a cause never as more than unsure', () => {
    for (const text of ['it just failed, no idea why', 'paiement échoué', 'ошибка оплаты'])
      for (const one of lookup(text).filter(({ diagnosis }) => diagnosis === 'unknown-failure'))
        expect(one.certainty).toBe('unsure');
  });
});

describe('stories become facts', () => {
  it('who saw what, and what was tried', () => {
    expect(factsOf('My bank says it never saw it, the app works, the website fails')).toEqual(
      expect.arrayContaining(['bank-said=saw-nothing', 'app-or-web=app-works']),
    );
  });
  it('blame from both sides', () => {
    const facts = factsOf('Alipay says ask my bank. My bank says there was no attempt at all.');
    expect(facts).toEqual(expect.arrayContaining(['alipay-said=says-bank', 'bank-said=saw-nothing']));
  });
  it('gives one answer a question, each with the words it came from', () => {
    const { facts } = story('My bank app shows a pending charge. The bank says it is on hold.');
    expect(new Set(facts.map((one) => one.question)).size).toBe(facts.length);
    expect(facts.every((one) => one.words.length > 0)).toBe(true);
  });
  it('masks the words', () => {
    const words = story('My bank says card 4111 1111 1111 1111 was never charged and it saw nothing').facts.map(
      (one) => one.words,
    );
    expect(words.join()).not.toContain('4111 1111 1111 1111');
  });
  it.each(['Alipay', '10:32', 'Back', '5G 88%', '确定'])('a title, a clock or a button (%s) states none', (line) => {
    const message = 'This order belongs to another Alipay account';
    expect(factsOf(`${line}\n${message}`)).toEqual(factsOf(message));
    expect(lookup(`${line}\n${message}`)[0]).toMatchObject({ diagnosis: 'account-mismatch', certainty: 'likely' });
  });
  it('the labels of a screen state none, what is said between them does', () => {
    const screen = 'China Mobile\nAlipay\nThis card has expired, please use another card\nGo back';
    expect(learned.facts(screen).map((one) => one.fact)).toEqual(['card-state=expired']);
    expect(lookup('付款失败\n已经扣款\n怎么办')[0]?.diagnosis).toBe('outcome-unknown');
  });
  it('a short message states no facts about calls', () => expect(factsOf('card declined')).toEqual([]));
});

describe('hostile texts', () => {
  it('never throw', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        (text) => Array.isArray(lookup(text)) && Array.isArray(story(text).facts),
      ),
      {
        numRuns: 150,
      },
    );
  });
  it('are bounded in length', () => {
    const page = 'My bank says it saw nothing, but the card was charged twice. '.repeat(90);
    const { diagnosis, certainty } = lookup(page.slice(0, 5000))[0]!;
    expect(lookup(page.repeat(50))[0]).toMatchObject({ diagnosis, certainty });
  });
});
