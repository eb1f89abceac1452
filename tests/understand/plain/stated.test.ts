/** What is stated plainly is heard in every reading language, and what only sounds like it is not. */
import { describe, expect, it } from 'vitest';
import { withoutBesides, withoutOthers } from '../../../lib/understand/plain/besides.ts';
import { statedIn } from '../../../lib/understand/plain/stated.ts';
import { MOST_TEXT } from '../../../lib/understand/both-ends.ts';
import { statementsOf } from '../../../lib/understand/plain/statements.ts';

const factsOf = (text: string): string[] => statedIn(statementsOf(text)).map((one) => one.fact);

describe('plain statements', () => {
  it.each([
    ['bank-said=lifted', 'The bank has just removed the block on my card.'],
    ['bank-said=lifted', '银行刚刚帮我把卡的限制解除了。'],
    ['bank-said=lifted', '銀行がカードの制限を解除してくれました。'],
    ['bank-said=lifted', '은행이 카드 차단을 방금 풀어 줬어요.'],
    ['bank-said=lifted', 'La banque vient de débloquer ma carte.'],
    ['bank-said=lifted', 'Die Bank hat die Sperre aufgehoben.'],
    ['bank-said=lifted', 'El banco ya me ha quitado el bloqueo de la tarjeta.'],
    ['bank-said=lifted', 'O banco já desbloqueou o meu cartão.'],
    ['bank-said=lifted', 'Банк снял ограничение с моей карты.'],
    ['bank-said=lifted', 'قام البنك برفع الحظر، تم رفع الحظر عن بطاقتي.'],
    ['bank-said=lifted', 'La banca ha sbloccato la carta poco fa.'],
    ['bank-said=cannot-lift', 'Die Bank sagt, sie kann die Sperre nicht aufheben.'],
    ['bank-said=cannot-lift', "My bank says they can't lift the block."],
    ['bank-said=cannot-lift', '银行说他们没办法解除这个限制。'],
    ['bank-said=cannot-lift', 'La banque refuse de lever le blocage.'],
    ['bank-record=held', "There's now a $43 temporary authorization from Alipay on my Visa."],
    ['bank-record=held', '現在銀行那邊卡了一筆預授權2,300元'],
    ['bank-record=held', 'カードの利用枠に仮押さえが付いています。'],
    ['bank-record=held', 'Mi banco muestra una retención de 45 euros.'],
    ['bank-record=reversed', 'The bank had put a hold on it but released it yesterday.'],
    ['bank-record=reversed', '那笔预授权已经撤销，钱退回来了'],
    ['bank-record=nothing', '引き落としはされていません。'],
    ['bank-record=nothing', 'nessun addebito sul conto'],
    ['payment-record=not-there', 'El banco no ve ningún intento y en Alipay tampoco aparece nada.'],
    ['payment-record=not-there', '我查了支付宝账单，没有这笔记录。'],
    ['payment-record=not-there', 'В Alipay такого платежа нет вообще.'],
    ['alipay-said=says-bank', "My bank says it's Alipay's fault and Alipay says it's my bank's fault."],
    ['approval-step=expected-but-never-came', 'Doveva arrivarmi un SMS con il codice, ma non è mai arrivato.'],
    ['bank-said=declined', '打电话问银行，银行说这笔交易被他们拒绝了。'],
    ['bank-said=declined', 'Die Bank sagt, sie hat die Zahlung abgelehnt.'],
    ['bank-record=nothing', 'I opened the banking app: my bank shows nothing.'],
    ['card-kind=debit', 'Alipay says payment failed when I use my own debit card.'],
    ['whose-card=company', "C'est la carte de mon entreprise."],
    ['payer-age=minor', "I'm 15 years old and it failed."],
  ])('%s: %s', (fact, text) => expect(factsOf(text)).toContain(fact));

  it.each([
    ['bank-said=lifted', 'I asked the bank to lift the block.'],
    ['bank-said=lifted', 'I wrote to Alipay. They lifted the restriction.'],
    ['bank-said=lifted', 'Has the bank lifted the block?'],
    ['bank-said=declined', 'The bank says it never declined it.'],
    ['bank-said=declined', 'The bank says it was declined because of my limit.'],
    ['bank-said=declined', 'Alipay says my bank declined it.'],
    ['bank-record=held', 'O valor pode ter sido bloqueado.'],
    ['bank-record=held', 'There is no temporary authorization on my card.'],
    ['bank-record=reversed', 'The hold was not released.'],
    ['bank-record=reversed', 'When will the hold be released?'],
    ['payment-record=not-there', 'My bank shows no payment.'],
    ['card-kind=debit', 'It is not a debit card.'],
  ])('not %s: %s', (fact, text) => expect(factsOf(text)).not.toContain(fact));
});

describe('what only sounds like this payment', () => {
  it.each([
    ['I have already paid my credit card bill so there is enough credit, but it failed.', 'paid my credit card bill'],
    ['Last year another shop charged me twice. Today it failed.', 'charged me twice'],
    ["Payment failed. I'm worried, will I be charged twice if I try again?", 'charged twice'],
    ['Mi tarjeta prepago está cargada con 5000 yuanes, pago fallido.', 'cargada'],
    ['クレジットカードの請求はもう支払い済みなのに、失敗します。', '支払い済み'],
    ['支付失败，会不会扣两次钱？', '扣两次'],
  ])('is set aside: %s', (text, words) => {
    expect(text).toContain(words);
    expect(withoutBesides(text)).not.toContain(words);
  });
  it("what a friend's phone showed is no message of mine", () =>
    expect(withoutOthers('My friend got 余额不足 on his phone last week, but mine only says 支付失败.')).toMatch(
      /^(?!.*余额不足).*支付失败/,
    ));
  it.each(['My card was charged twice by the shop.', 'My friend paid first and got the receipt.', '钱被扣了两次'])(
    'what is told of this payment stays: %s',
    (text) => expect(withoutOthers(withoutBesides(text))).toBe(text),
  );
});

describe('a long text', () => {
  it('is read to its end, and a boundless one at both ends', () => {
    const filler = 'The cashier scanned my code, and nothing else happened. ';
    const lift = 'The bank has lifted the block.';
    expect(factsOf(filler.repeat(1500) + lift)).toContain('bank-said=lifted');
    const boundless = lift + filler.repeat(Math.ceil((2 * MOST_TEXT) / filler.length)) + 'I tried again and it worked.';
    expect(factsOf(boundless)).toEqual(expect.arrayContaining(['bank-said=lifted', 'next-try=worked']));
  });
});
