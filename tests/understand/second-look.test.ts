import { describe, expect, it } from 'vitest';
import type { Certainty, Finding } from '../../lib/messages.ts';
import type { Lookup, LookupAnswer } from '../../lib/understand/lookup-answer.ts';
import { createSecondLook } from '../../lib/understand/load-readers.ts';
import { lookAgain, lookDoubtfully } from '../../lib/understand/second-look.ts';

const ROLES = {
  nameless: 'unknown-failure',
  money: ['already-paid', 'outcome-unknown'],
  unexplained: ['bank-declined'],
};
const finding = (change: Partial<Finding> = {}): Finding => ({
  diagnosis: 'unknown-failure',
  certainty: 'unsure',
  code: '',
  host: 'mclient.alipay.com',
  at: 1,
  evidence: [],
  ...change,
});
const SAID = 'Something in words that nobody listed';
const answering = (diagnosis: string, certainty: Certainty, score: number) => () =>
  [{ diagnosis, certainty, score, matched: [] }] as unknown as LookupAnswer[];

describe('a second look', () => {
  it('names the cause that the words name, never more surely than likely', () => {
    for (const [certainty, said] of [
      ['exact', 'likely'],
      ['likely', 'likely'],
      ['unsure', 'unsure'],
    ] as const)
      expect(lookAgain(finding(), SAID, answering('card-expired', certainty, 0.9), ROLES)).toEqual({
        diagnosis: 'card-expired',
        certainty: said,
      });
  });

  it('reads the message by itself where all lines together are no more than a guess, unless they speak of the money', () => {
    const said = 'The code on the back is wrong\nGreen tea, 250 g';
    const by =
      (whole: string, own: string): Lookup =>
      (text) =>
        answering(
          ...((text === said ? [whole, 'unsure', 0.2] : [own, 'likely', 0.9]) as [string, Certainty, number]),
        )();
    expect(lookAgain(finding(), said, by('order-closed', 'card-details-wrong'), ROLES)).toEqual({
      diagnosis: 'card-details-wrong',
      certainty: 'likely',
    });
    expect(lookAgain(finding(), said, by('outcome-unknown', 'card-details-wrong'), ROLES)).toBe(null);
  });

  it('does not correct what the message says by itself with what stands around it', () => {
    const said = 'The password was wrong\nAfter five wrong entries it is locked for three hours';
    const heard = finding({
      diagnosis: 'verification-failed',
      certainty: 'likely',
      evidence: [{ kind: 'family', rule: 'verification-failed/x', quote: 'password', place: 'dialog' }],
    });
    const by =
      (own: string): Lookup =>
      (text) =>
        answering(text === said ? 'too-many-attempts' : own, 'likely', 0.9)();
    expect(lookAgain(heard, said, by('verification-failed'), ROLES)).toBe(null);
    expect(lookAgain(heard, said, by('card-expired'), ROLES)).toEqual({
      diagnosis: 'too-many-attempts',
      certainty: 'likely',
    });
  });

  it('leaves alone what the page script is sure of, what has a code, and what speaks of the money', () => {
    const lookup = answering('card-expired', 'likely', 1);
    for (const change of [
      { certainty: 'likely' },
      { certainty: 'exact' },
      { code: 'ALI64' },
      { diagnosis: 'outcome-unknown' },
      { diagnosis: 'already-paid' },
    ] as const)
      expect(lookAgain(finding(change), SAID, lookup, ROLES)).toBeNull();
  });

  it('says nothing where the words name no cause, say the same, or are only a weak guess', () => {
    for (const lookup of [
      () => [],
      answering('unknown-failure', 'unsure', 0.9),
      answering('card-expired', 'unsure', 0.5),
    ])
      expect(lookAgain(finding(), SAID, lookup, ROLES)).toBeNull();
    expect(
      lookAgain(finding({ diagnosis: 'order-closed' }), SAID, answering('order-closed', 'unsure', 0.9), ROLES),
    ).toBeNull();
  });
});

describe('a second look at money', () => {
  it('stops nobody by a weak guess', () => {
    expect(lookAgain(finding(), SAID, answering('outcome-unknown', 'unsure', 0.6), ROLES)).toBeNull();
    expect(lookAgain(finding(), SAID, answering('outcome-unknown', 'unsure', 0.7), ROLES)).not.toBeNull();
  });

  it('believes the page where it says that nothing was taken', () => {
    const lookup = () => [
      ...answering('outcome-unknown', 'likely', 1)(),
      ...answering('service-unavailable', 'unsure', 0.7)(),
    ];
    for (const said of ['Nothing has been charged, please come back later.', '您放弃了付款，没有产生扣款。'])
      expect(lookAgain(finding(), said, lookup, ROLES)?.diagnosis).toBe('service-unavailable');
    for (const said of [
      'Something may have been charged, look first.',
      'You have not been charged by us, but your bank may have taken the money.',
      '我们没有扣款，但银行可能已经扣款，请先查看账单。',
      'We did not charge your card, but your bank has already taken the money.',
      '没有扣款成功，但银行卡里的钱已被扣走。',
      // An attempt that failed is no word about the money.
      '扣款失败，款项已被银行扣除，请勿重复支付。',
    ])
      expect(lookAgain(finding(), said, lookup, ROLES)?.diagnosis).toBe('outcome-unknown');
  });

  it('hears nothing in the words that the page script knows already', () => {
    const evidence = [
      { kind: 'family', rule: 'unknown-failure/bare-failure', quote: '扣款未成功', place: 'alert' },
    ] as Finding['evidence'];
    const lookup = answering('outcome-unknown', 'likely', 1);
    expect(lookAgain(finding({ evidence }), '扣款未成功，请重试', lookup, ROLES)).toBeNull();
    expect(lookAgain(finding({ evidence }), '扣款未成功，钱也许已经扣了，先看账单', lookup, ROLES)).not.toBeNull();
  });
});

describe('the second look that ships', async () => {
  const look = await createSecondLook();

  it.each([
    ['付款未成\n这张卡是预付卡或虚拟卡，不在可用卡种之内，请改用实体信用卡或借记卡。', 'card-not-supported'],
    ['扣款未成功\n这笔金额高过了您发卡银行给这张卡设的每日网上消费上限，可联系银行调高', 'bank-limit-exceeded'],
    ['支付失败，请重试\n银行侧扣款结果尚未确定，可能已扣款，请等待确认，勿重复付款', 'outcome-unknown'],
    [
      "Couldn't take your payment\nA different Alipay user started this order, and only that user can pay it.",
      'account-mismatch',
    ],
    ['Paiement refusé\nLe solde disponible sur votre carte ne suffit pas pour régler cet achat.', 'insufficient-funds'],
  ])('reads %j', (said, diagnosis) => {
    expect(look(finding(), said)?.diagnosis).toBe(diagnosis);
  });

  it.each(['支付失败', '付款没付成，再试试吧', "We couldn't take this payment. Use another way to pay or start over."])(
    'finds no cause in %j',
    (said) => {
      expect(look(finding(), said)).toBeNull();
    },
  );
});

describe('a second look at what a family heard', () => {
  const heard = (kind: 'family' | 'sentence') =>
    finding({
      diagnosis: 'bank-declined',
      certainty: 'likely',
      evidence: [{ kind, rule: 'bank-declined/x', quote: 'declined', place: 'alert' }],
    });
  const said = 'Your payment was declined: this card has been tried five times within the hour';

  it('corrects it where the whole message surely says something else', () => {
    expect(lookAgain(heard('family'), said, answering('too-many-attempts', 'likely', 0.9), ROLES)).toEqual({
      diagnosis: 'too-many-attempts',
      certainty: 'likely',
    });
  });

  it('leaves it otherwise, and leaves a known sentence always', () => {
    for (const [certainty, score] of [
      ['unsure', 0.99],
      ['likely', 0.7],
    ] as const)
      expect(
        lookAgain(heard('family'), said, answering('too-many-attempts', certainty, score), {
          ...ROLES,
          unexplained: [],
        }),
      ).toBeNull();
    expect(lookAgain(heard('sentence'), said, answering('too-many-attempts', 'likely', 0.99), ROLES)).toBeNull();
    expect(lookAgain(heard('family'), said, answering('unknown-failure', 'likely', 0.99), ROLES)).toBeNull();
  });
});

describe('a second look at a refusal without a reason', () => {
  const refused = finding({
    diagnosis: 'bank-declined',
    certainty: 'likely',
    evidence: [{ kind: 'family', rule: 'bank-declined/x', quote: 'bank said no', place: 'alert' }],
  });
  const SAID_WHY = 'The bank said no, because this code is not the one on the card';
  const looked = (certainty: Certainty, score: number, diagnosis = 'card-details-wrong') =>
    lookAgain(refused, SAID_WHY, answering(diagnosis, certainty, score), ROLES);

  it('takes the reason that stands beside it, and never as surer than it was heard', () => {
    expect(looked('likely', 0.9)).toEqual({ diagnosis: 'card-details-wrong', certainty: 'likely' });
    expect(looked('unsure', 0.65)).toEqual({ diagnosis: 'card-details-wrong', certainty: 'unsure' });
  });

  it('keeps it where the reason is a weak guess or none', () => {
    expect(looked('unsure', 0.5)).toBeNull();
    expect(looked('likely', 0.9, 'unknown-failure')).toBeNull();
  });
});

describe('a second look at what may be no failure at all', () => {
  const PAY = 'The card said something that nobody listed';

  it('believes only what is sure, and never more than likely', () => {
    expect(lookDoubtfully(PAY, answering('card-expired', 'exact', 1), ROLES)).toEqual({
      diagnosis: 'card-expired',
      certainty: 'likely',
    });
    expect(lookDoubtfully(PAY, answering('card-expired', 'unsure', 0.7), ROLES)?.certainty).toBe('unsure');
    expect(lookDoubtfully(PAY, answering('card-expired', 'unsure', 0.5), ROLES)).toBeNull();
    expect(lookDoubtfully(PAY, () => [], ROLES)).toBeNull();
  });

  it('tells a failure without a cause too', () => {
    expect(lookDoubtfully(PAY, answering('unknown-failure', 'unsure', 0.9), ROLES)?.diagnosis).toBe('unknown-failure');
  });

  it('leaves what speaks of no payment', () => {
    for (const said of ['Your session has ended', '图片上传失败，请重试', 'Die Sitzung ist abgelaufen'])
      expect(lookDoubtfully(said, answering('order-closed', 'likely', 0.99), ROLES), said).toBeNull();
  });

  it('takes no money for gone where the message says that none was taken', () => {
    const said = '3 笔都没能扣款，请重新提交';
    expect(lookDoubtfully(said, answering('outcome-unknown', 'likely', 0.99), ROLES)).toBeNull();
  });
});
