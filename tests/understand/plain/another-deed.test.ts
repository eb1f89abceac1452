/** A login, a cash machine or a delivery that failed is no payment; a locked account or a card that nothing takes is ours. */
import { describe, expect, it } from 'vitest';
import { isAnotherDeed } from '../../../lib/understand/plain/another-deed.ts';
import { shippedReaders } from '../../../scripts/shipped-readers.ts';

const { lookup } = shippedReaders();

describe("another deed's failure", () => {
  it.each([
    "can't log in to my alipay account, the text with the code goes to my old number",
    'login failed: invalid verification code',
    '支付宝登录不上,一直说密码错误',
    '登入支付寶一直失敗 驗證碼收不到',
    'ログインできません。コードが無効と言われます',
    'Ich kann mich nicht anmelden, der Code sei ungültig',
    'Не могу войти в алипей, забыл пароль от входа',
    'No puedo iniciar sesión, dice código incorrecto',
    'Non riesco ad accedere: codice rifiutato',
    'The ATM swallowed my card and printed "transaction declined"',
    '郵局提款機說我密碼錯誤',
    'ATMで限度額オーバーと言われて引き出せませんでした。暗証番号は合っています。',
    'El cajero rechazó mi tarjeta y no salió dinero',
    'Банкомат отказал, лимит исчерпан',
    'La consegna è fallita, il corriere dice indirizzo errato.',
    '快递派送失败,地址不详',
  ])('is silent: %s', (text) => {
    expect(isAnotherDeed(text)).toBe(true);
    expect(lookup(text)).toEqual([]);
  });

  it.each([
    'My account is locked, Alipay will not let me log in',
    "can't log in, so I can't pay",
    'nothing takes my card: ATM no, Alipay no',
    'La banca mi ha bloccato la carta, non prelevo nemmeno al bancomat',
    'wrong PIN at the ATM, now the bank locked my card',
    '当前登录账号与下单账号不一致，请切换账号',
    'The login worked, then the payment failed',
    'I took cash at the ATM instead, the card payment was declined',
    'ATM said declined but the money was debited',
    'The courier delivered. Payment failed though.',
    'Log in was fine',
  ])('is not told by: %s', (text) => {
    expect(isAnotherDeed(text)).toBe(false);
  });
});
