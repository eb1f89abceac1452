/** Which lines beside a message say something: what was bought, from whom and for how much says nothing of the failure. */
import { describe, expect, it } from 'vitest';
import { hanLength, isTelling } from '../../lib/detect/telling.ts';
import { table } from './shipped.ts';

const trouble = new RegExp(table.places.trouble, 'i');
const tells = (line: string): boolean => isTelling(line, trouble);

describe('the length of a line', () => {
  it('is the same for letters of all alphabets, and twice as much for signs that are words', () => {
    expect(hanLength('abcdef')).toBe(3);
    expect(hanLength('éèàüöß')).toBe(3);
    expect(hanLength('привет')).toBe(3);
    expect(hanLength('付款失败')).toBe(4);
    expect(hanLength('決済エラー')).toBe(5);
  });
});

describe('a line beside a message', () => {
  it.each([
    'Votre banque n’autorise pas l’usage de cette carte hors de France',
    '您填写的卡背三位数字与银行登记的对不上，请核对后再提交',
    'CNY 500.00 exceeds what your card may spend today',
    'Заказ не оплачен: банк отклонил операцию',
    'Order 4471 could not be charged',
    '商家还没有签好境外卡的收单协议，请和商家说一声',
    'Merchant has not signed up for cards from abroad yet',
  ])('tells: %s', (line) => expect(tells(line)).toBe(true));

  it.each([
    'Musée de la Soie, Hangzhou — 2 billets — 96,00 CNY',
    'Vendido por Casa de Té Meijiawu',
    'Sipariş: Yeşil çay 250 g — Hangzhou Çay Evi',
    'Importe: 318,00 CNY Tarjeta: Mastercard terminada en ••••',
    '订单：云南咖啡庄园精选礼盒装八种口味组合',
    'Заказ: Билеты на поезд Пекин — Сиань',
    'Alipay Services',
  ])('is furniture: %s', (line) => expect(tells(line)).toBe(false));
});
