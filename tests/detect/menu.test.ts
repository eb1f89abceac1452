// @vitest-environment happy-dom
/** Complaints that are offered side by side are nobody's failure; a message in pieces is one. */
import { describe, expect, it } from 'vitest';
import { isMenu } from '../../lib/detect/menu.ts';
import { makePageReader, mayMatter, readPart } from '../../lib/detect/read-page.ts';
import { put, stubLayout } from './page-stub.ts';
import { answerTo, gate, table } from './shipped.ts';

stubLayout();
const reader = makePageReader(table);
const tells = (html: string): boolean => {
  document.body.innerHTML = html;
  return mayMatter(document.body, gate) && readPart(document.body, reader, gate).sightings.length > 0;
};
const CHIPS = ['付款失败', '银行卡被拒', '重复扣款', '退款进度'];
const chips = (tag: string, list = CHIPS): string => list.map((one) => `<${tag} class="chip">${one}</${tag}>`).join('');

describe('a menu of complaints', () => {
  it.each([
    ['spans in a line', `<div id="it">${chips('span')}</div>`],
    ['spans with blanks between', `<div id="it">\n${chips('span').replaceAll('</span>', '</span>\n')}</div>`],
    ['blocks', `<div id="it" class="chip">付款失败</div>${chips('div', CHIPS.slice(1))}`],
  ])('is one: %s', (_, html) => {
    put(html);
    expect(isMenu(document.querySelector('#it')!)).toBe(true);
    expect(tells(`<h3>您好</h3><section>${html}</section>`)).toBe(false);
  });

  it.each([
    [
      'a message in pieces',
      '<p id="it"><b class="a">付款失败</b>，<b class="a">银行卡</b>余额<b class="a">已不足</b></p>',
    ],
    [
      'three short lines',
      '<p id="it" class="t">付款失败</p><p class="t">银行卡余额不足</p><p class="t">请更换银行卡</p>',
    ],
    [
      'letters that are animated',
      '<h1 id="it"><i class="l">付</i><i class="l">款</i><i class="l">失</i><i class="l">败</i></h1>',
    ],
    [
      'one long entry among them',
      `<h1 id="it"><span class="t">付款失败</span><span class="t">请稍后再试一次</span><span class="t">${'如需帮助请致电客服'.repeat(2)}</span></h1>`,
    ],
  ])('is none: %s', (_, html) => {
    put(html);
    expect(isMenu(document.querySelector('#it')!)).toBe(false);
    expect(tells(html)).toBe(true);
  });

  it('under a title that guesses what somebody wants to ask is not read', () => {
    const list = (title: string) => `<div><h3>${title}</h3><p>付款失败</p></div>`;
    expect(tells(list('猜您想问'))).toBe(false);
    expect(tells(list('付款结果'))).toBe(true);
  });
});

describe('the balance of something that is no card', () => {
  it.each([
    '电表余额不足，预计明天停电，请尽快充值',
    '话费余额不足',
    '电费余额不足',
    '您的燃气表余额不足',
    '会员卡余额不足',
  ])('is no failed payment: %s', (text) => {
    expect(answerTo(text)).toBe('nothing');
  });
});
