// @vitest-environment happy-dom
/** On a page whose class names say nothing, what is painted red and says what errors say is one. */
import { describe, expect, it } from 'vitest';
import { isPaleRed, isRed, paintedBox } from '../../lib/detect/painted.ts';
import { verdictOfPage } from './judge-page.ts';
import { stubLayout } from './page-stub.ts';

stubLayout();
const filler = `<p>${'今天天气很好，我们去公园散步。'.repeat(30)}</p>`;

describe('the red of errors', () => {
  it.each(['rgb(255, 77, 79)', 'rgb(217, 48, 38)', 'rgb(180, 35, 24)', 'rgb(204, 0, 0)', 'rgba(245, 34, 45, 0.9)'])(
    'is %s',
    (colour) => {
      expect(isRed(colour)).toBe(true);
    },
  );

  it.each([
    ['black', 'rgb(0, 0, 0)'],
    ['the orange of prices', 'rgb(255, 98, 0)'],
    ['amber', 'rgb(250, 173, 20)'],
    ['pink', 'rgb(255, 105, 180)'],
    ['blue', 'rgb(22, 119, 255)'],
    ['what cannot be seen', 'rgba(255, 0, 0, 0.1)'],
    ['no colour', 'transparent'],
    ['nonsense', 'rgb(red)'],
  ])('is not %s', (_, colour) => {
    expect(isRed(colour)).toBe(false);
  });

  it.each(['rgb(255, 241, 240)', 'rgb(255, 233, 233)', 'rgb(254, 242, 242)', 'rgb(253, 236, 234)'])(
    'is pale in %s',
    (colour) => {
      expect(isPaleRed(colour)).toBe(true);
    },
  );

  it.each([
    'rgb(255, 255, 255)',
    'rgb(255, 251, 230)',
    'rgb(230, 247, 255)',
    'rgb(250, 250, 250)',
    'rgb(246, 255, 237)',
  ])('is not pale in %s', (colour) => {
    expect(isPaleRed(colour)).toBe(false);
  });
});

const SAID = 'The payment cannot be made at this time';

describe('a text painted as an error', () => {
  it.each([
    ['its letters', `<div class="x1 y2"><p style="color: rgb(217, 48, 38)">${SAID}</p></div>`],
    ['its ground', `<div class="x1" style="background-color: rgb(255, 241, 240)"><p>${SAID}</p></div>`],
    ['all its words inside', `<p><b style="color: rgb(204, 0, 0)">${SAID}</b></p>`],
  ])('is a failure by %s', (_, html) => {
    expect(verdictOfPage(html + filler)).toMatchObject({ certainty: 'unsure' });
  });

  it.each([
    ['no colour', `<div class="x1 y2"><p>${SAID}</p></div>`],
    ['the ground of the page', `<div style="background-color: rgb(255, 241, 240)"><p>${SAID}</p>${filler}</div>`],
    ['a condition', `<p style="color: rgb(217, 48, 38)">If the amount is too high, the payment cannot be made</p>`],
    ['a list of rows', `<ul>${`<li><p style="color: rgb(217, 48, 38)">${SAID}</p><i></i></li>`.repeat(3)}</ul>`],
    [
      'a field',
      `<div><label>卡号 <input></label><p style="color: rgb(217, 48, 38)">卡号有误，请核对后重新输入</p></div>`,
    ],
    ['a footer', `<footer><p style="color: rgb(217, 48, 38)">${SAID}</p></footer>`],
    ['rules', `<h1>Payment rules</h1><p style="color: rgb(217, 48, 38)">${SAID}</p>`],
  ])('is none by %s', (_, html) => {
    expect(verdictOfPage(html + filler)).toBe(null);
  });
});

it('is one at a field, too, where it says that the payment failed', () => {
  const said = '付款没有提交成功：您填写的安全码与银行留存的不一致';
  const page = `<div><label>安全码 <input></label><p style="color: rgb(217, 48, 38)">${said}</p></div>${filler}`;
  expect(verdictOfPage(page)).toMatchObject({ diagnosis: 'card-details-wrong' });
});

describe('the painted box', () => {
  const boxOf = (html: string): string | undefined => {
    document.body.innerHTML = html + filler;
    return paintedBox(document.querySelector('#it')!)?.className;
  };

  it('is all that is painted, with the title of the message', () => {
    const ground = 'style="background-color: rgb(255, 241, 240)"';
    expect(boxOf(`<div class="a"><div class="b" ${ground}><h3>x</h3><p id="it">y</p></div></div>`)).toBe('b');
    const red = 'style="color: rgb(204, 0, 0)"';
    expect(
      boxOf(`<div class="a"><div class="b" ${red}><b ${red}>x</b><p id="it" class="c" ${red}>y</p></div></div>`),
    ).toBe('b');
    expect(boxOf(`<div class="a"><p id="it" class="c" ${red}>y</p></div>`)).toBe('c');
  });

  it('is none where nothing is painted', () => {
    expect(boxOf('<div class="a"><p id="it" class="c">y</p></div>')).toBeUndefined();
  });
});

describe('beside it', () => {
  it('a view that is shown is no row among those that are not', () => {
    const view = (text: string, hidden = '') => `<div class="view"${hidden}><h2>${text}</h2><p>请稍后重试</p></div>`;
    const shown = view('正在付款', ' hidden') + view('支付失败') + view('支付成功', ' hidden');
    expect(verdictOfPage(shown)).toMatchObject({ diagnosis: 'unknown-failure' });
    expect(verdictOfPage(view('订单一') + view('支付失败') + view('订单二'))).toBe(null);
  });

  it('what stands under titles that quote messages explains them', () => {
    const help = `<h3>What does "Payment declined" mean?</h3><p>Your bank turned down the payment.</p>`;
    const more = `<h3>"This card is not supported"</h3><p>Try another card.</p>`;
    const drawer = (inside: string) => `<aside class="drawer">${inside}</aside>${filler}`;
    expect(verdictOfPage(drawer(help + more))).toBe(null);
    expect(verdictOfPage(drawer('<p>Your bank turned down the payment.</p>'))).toMatchObject({
      diagnosis: 'bank-declined',
    });
  });

  it('an error at the field of a coupon is no failed payment', () => {
    const field = (label: string) =>
      `<div class="form-group"><label>${label} <input></label><div role="alert">Sorry, it cannot be used for this order</div></div>${filler}`;
    expect(verdictOfPage(field('Promo code'))).toBe(null);
    expect(verdictOfPage(field('Card number'))).not.toBe(null);
  });

  it('words in inline elements of their own stay words', () => {
    const parts = '<b>Pay</b><b>ment</b> <span>was</span>\n<span>not</span> <em>completed</em>';
    expect(verdictOfPage(`<div role="alert">${parts}</div>${filler}`)?.evidence[0]?.quote).toMatch(/not completed/);
  });

  it('a banner about cookies asks, and reports nothing', () => {
    const banner = (buttons: string) =>
      `<div role="dialog"><p>Refusing them will not stop you from paying.</p>${buttons}</div>${filler}`;
    expect(verdictOfPage(banner('<button>Accept</button><button>Reject all</button>'))).toBe(null);
  });
});
