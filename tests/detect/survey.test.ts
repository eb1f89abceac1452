// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { makeGate } from '../../lib/detect/gate.ts';
import { holdersAt, holdersOf } from '../../lib/detect/holders.ts';
import { survey } from '../../lib/detect/survey.ts';
import { packAnchors } from '../../lib/library/gate.ts';
import { put, stubLayout } from './page-stub.ts';
import { gate, gateTable } from './shipped.ts';

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

  it.each([
    ['the end of one block and the beginning of the next', '<button>我知道了</button>\n<h1 hidden>支付密码</h1>', []],
    ['blocks deep inside others', '<div><div><b>了</b></div></div> <div><div>支</div></div>', []],
    ['an own text and a block behind it', '了<div>支</div>', []],
    ['a block and an own text behind it', '<div>了</div>支', []],
    ['the sides of a line break', '了<br>支', []],
    ['a block between', '了<hr>支', []],
    ['inline elements', '<span>了</span><b>支</b>', ['it']],
    ['an own text and an inline element, behind a block', '<p>好</p>了<i><b>支</b></i>', ['it']],
    ['an own text and an inline element, before a block', '了<b>支</b><p>好</p>', ['it']],
  ])('reach over %s as a text does', (_, html, ids) => {
    const part = put(`<div id="it">${html}</div>`);
    const one = makeGate({ ...gateTable, ...packAnchors(['了支']) });
    const text = part.textContent!;
    expect(one.touches(text)).toBe(true);
    expect([...holdersAt(part, one.spansIn(text, 9))].map((holder) => holder.id)).toEqual(ids);
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

  it('wants nothing where only the end of a button and a hidden title behind it are an anchor', () => {
    const dialog = '<div style="display:none"><h2>支付密码不正确</h2><button>我知道了</button></div>';
    expect(look(`<button>我知道了</button>\n  ${dialog}\n  ${dialog}`).wanted).toBeNull();
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
