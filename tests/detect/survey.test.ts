// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { holdersOf } from '../../lib/detect/holders.ts';
import { survey } from '../../lib/detect/survey.ts';
import { put, stubLayout } from './page-stub.ts';
import { gate } from './shipped.ts';

stubLayout();

const DECLINED = '发卡行拒绝了这笔交易';
const look = (html: string) => {
  document.body.innerHTML = html;
  const hidden: string[] = [];
  const wanted = survey([document.body], gate, (element) => void hidden.push(element.id));
  return { wanted, hidden };
};
const holders = (html: string): string[] => {
  const part = put(`<div id="it">${html}</div>`);
  return holdersOf(part, part.textContent!, gate).map((one) => one.id || one.tagName.toLowerCase());
};

describe('the holders of a text that may matter', () => {
  it.each([
    ['its own element', `<p>你好</p><p id="a">${DECLINED}</p>`, ['a']],
    ['several', `<p id="a">${DECLINED}</p><section><h1 id="b">支付失败</h1></section>`, ['a', 'b']],
    ['the element around inline pieces', '<p id="a">支付<b>失</b>败</p>', ['a']],
    ['an element with text beside others', `<div id="a">${DECLINED}<p>返回</p></div>`, ['a']],
    ['deep inside', `<div><div><div><span id="a">${DECLINED}</span></div></div></div>`, ['a']],
    [
      'behind comments and scripts',
      `<!-- ${DECLINED} --><script>"${DECLINED}"</script><style>${DECLINED}</style><p id="a">${DECLINED}</p>`,
      ['a'],
    ],
  ])('are found: %s', (_, html, ids) => {
    expect(holders(html)).toEqual(ids);
  });

  it.each([
    ['a link', `<p><a href="/x">${DECLINED}</a></p>`],
    ['a button', `<button>${DECLINED}</button>`],
    ['a label', `<label>${DECLINED}</label>`],
    ['a script', `<script>${DECLINED}</script>`],
    ['nothing', '<p>你好</p>'],
  ])('are none in %s', (_, html) => {
    expect(holders(html)).toEqual([]);
  });

  it('are found behind very many others', () => {
    expect(holders(`<p>${DECLINED}</p>`.repeat(900) + `<p id="last">${DECLINED}</p>`)).toHaveLength(901);
    expect(holders(`<p>${DECLINED}</p>`.repeat(900) + `<p id="last">${DECLINED}</p>`).at(-1)).toBe('last');
  });
});

describe('a survey', () => {
  it('wants the reader where such a text can be seen', () => {
    expect(look(`<p>你好</p><div class="error-tip"><p>${DECLINED}</p></div>`)).toEqual({
      wanted: 'failure',
      hidden: [],
    });
  });

  it('names the hidden ones, and wants nothing for them', () => {
    expect(
      look(`<div style="display:none"><p id="a">${DECLINED}</p></div><p style="display:none" id="b">支付失败</p>`),
    ).toEqual({ wanted: null, hidden: ['a', 'b'] });
  });

  it('asks for no visibility where nothing may matter', () => {
    const asked = vi.spyOn(Element.prototype, 'checkVisibility');
    expect(look('<h1>确认付款</h1><p>请选择付款方式</p>'.repeat(500))).toEqual({ wanted: null, hidden: [] });
    expect(asked).not.toHaveBeenCalled();
  });

  it('finds a message at the end of a very large page, and none in its scripts', () => {
    const filler = '<p>今天天气很好我们去公园</p>'.repeat(6000);
    expect(look(`${filler}<p>${DECLINED}</p>`).wanted).toBe('failure');
    expect(look(`<script>${DECLINED.repeat(9000)}</script><p>你好</p>`)).toEqual({ wanted: null, hidden: [] });
    expect(look(`${DECLINED}${filler}`).wanted).toBe('failure');
  });
});

describe('texts that are offered', () => {
  it.each(['nav', 'footer', 'button', 'label', 'a href="#"'])('are not what the page says: %s', (tag) => {
    const name = tag.split(' ')[0];
    const html = `<div id="it"><${tag}><p>支付失败</p></${name}></div>`;
    const part = put(html);
    expect(holdersOf(part, part.textContent ?? '', gate)).toEqual([]);
    const plain = put(html.replaceAll(tag, 'section').replaceAll(`/${name}`, '/section'));
    expect(holdersOf(plain, plain.textContent ?? '', gate)).toHaveLength(1);
  });
});
