/** A learned fact is believed as far as its clause goes, in every reading language. */
import { describe, expect, it } from 'vitest';
import { fold } from '../../../lib/understand/plain/fold.ts';
import { guarded } from '../../../lib/understand/plain/guards.ts';

const guard = (fact: string, clause: string): string | null => guarded(fact, fold(clause), clause);

describe('to look is not to find', () => {
  it.each([
    'I looked at my Alipay bill',
    '我查了支付宝账单',
    'アリペイの履歴を確認しました',
    '알리페이 내역을 확인했어요',
    "J'ai consulté mes factures dans Alipay",
    'Ich habe in den Alipay-Rechnungen nachgesehen',
    'Revisé el historial en Alipay',
    'Verifiquei o extrato do Alipay',
    'Я посмотрел историю платежей в Alipay',
    'راجعت سجل الفواتير في علي باي',
    'Ho controllato la cronologia su Alipay',
  ])('%s', (clause) => expect(guard('payment-record=paid', clause)).toBeNull());

  it.each(['I checked my bill and it shows paid', '我查了账单，显示支付成功', 'Laut Rechnung ist es bezahlt'])(
    'what was found stands: %s',
    (clause) => expect(guard('payment-record=paid', clause)).toBe('payment-record=paid'),
  );
});

describe('to call is not to be told', () => {
  it.each([
    'I rang the bank',
    '打电话问银行',
    '我打了银行电话',
    '今朝、銀行に電話しました',
    '오늘 은행에 전화했어요',
    "J'ai appelé ma banque ce matin",
    'Ich habe bei meiner Bank angerufen',
    'Llamé a mi banco esta mañana',
    'Liguei para o meu banco hoje',
    'Я позвонил в банк утром',
    'اتصلت بالبنك هذا الصباح',
    'Ho telefonato alla mia banca',
  ])('%s', (clause) => {
    expect(guard('bank-said=approved', clause)).toBeNull();
    expect(guard('alipay-said=says-bank', clause)).toBeNull();
  });
  it('an answer stands', () =>
    expect(guard('bank-said=saw-nothing', 'I called the bank and they see nothing')).toBe('bank-said=saw-nothing'));
});

describe('a promise, a plan or a request is no lift', () => {
  it.each([
    'The bank promised they will lift the block tomorrow',
    '银行答应明天帮我解除限制',
    '銀行は明日制限を解除すると言っていました',
    '은행에서 내일 제한을 풀어준다고 했어요',
    'La banque a promis de lever le blocage demain',
    'Die Bank will die Sperre morgen aufheben',
    'El banco prometió quitar el bloqueo mañana',
    'O banco prometeu tirar o bloqueio amanhã',
    'Банк обещал снять блокировку завтра',
    'وعد البنك برفع الحظر غدا',
    'La banca ha promesso di togliere il blocco domani',
  ])('%s', (clause) => expect(guard('bank-said=lifted', clause)).toBe('bank-said=says-wait'));
  it('a refusal is an answer of its own', () => {
    expect(guard('bank-said=lifted', 'The bank refuses to lift the block')).toBe('bank-said=cannot-lift');
    expect(guard('bank-said=lifted', 'sie kann die Sperre nicht aufheben')).toBe('bank-said=cannot-lift');
  });
  it.each([
    'The bank lifted the block',
    'They said they have lifted it so that I can try tomorrow',
    '银行已经解除了限制',
  ])('what was done stands: %s', (clause) => expect(guard('bank-said=lifted', clause)).toBe('bank-said=lifted'));
});

describe('what a clause denies', () => {
  it.each([
    'no debit was made on my account',
    '钱没有被扣',
    '引き落としはされていません',
    '돈은 빠져나가지 않았어요',
    "je n'ai pas été débité",
    'es wurde nichts abgebucht',
    'no me cobraron nada',
    'não me cobraram',
    'деньги не списали',
    'لم يتم خصم أي مبلغ',
    'non mi hanno addebitato niente',
  ])('is no charge and no hold: %s', (clause) => {
    expect(guard('bank-record=held', clause)).toBe('bank-record=nothing');
    expect(guard('bank-record=charged', clause)).toBe('bank-record=nothing');
  });
  it('a confirmed refusal is no approval', () => {
    for (const clause of ['банк подтвердил, что операция была отклонена', 'the bank confirmed that it was declined'])
      expect(guard('bank-said=approved', clause)).toBe('bank-said=declined');
    expect(guard('bank-said=approved', 'die Bank bestätigt, dass nie eine Anfrage ankam')).toBeNull();
  });
});

it('a quoted message is no word of the bank, unless the bank is named outside of it', () => {
  expect(guard('bank-said=card-product', 'le message dit : « 该商户不支持使用国际卡支付 »')).toBeNull();
  expect(guard('bank-said=declined', 'my bank wrote the message "we declined it"')).toBe('bank-said=declined');
});

it('a plea states nothing, and a transfer is sent to somebody', () => {
  expect(guard('code-kind=transfer', "vous pouvez m'aider")).toBeNull();
  expect(guard('code-kind=transfer', 'I wanted to send 50 to a friend')).toBe('code-kind=transfer');
});

describe('a block that the bank denies', () => {
  it.each([
    'the bank says there is no block on my card',
    '银行说没有任何限制',
    '카드사는 해외결제 차단이 없다고 하고',
    'Die Bank sagt, die Karte ist nicht gesperrt',
    "la banque dit qu'il n'y a aucun blocage",
    'el banco dice que no hay ningún bloqueo',
    'o banco diz que não há nenhum bloqueio',
    'в банке говорят, что карта не заблокирована',
    'يقول البنك لا يوجد حظر',
  ])('is none: %s', (clause) => {
    expect(guard('bank-said=international-off', clause)).toBe('bank-switches=on');
    expect(guard('bank-said=fraud-hold', clause)).toBeNull();
  });
  it('stands where it is told', () =>
    expect(guard('bank-said=international-off', 'the bank says use abroad is blocked')).toBe(
      'bank-said=international-off',
    ));
});
