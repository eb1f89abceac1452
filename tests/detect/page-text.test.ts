// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { blockAround } from '../../lib/detect/blocks.ts';
import { blockAt, isProminent, measurePage, visibleTextOf } from '../../lib/detect/page-text.ts';
import { isVisible } from '../../lib/detect/visible.ts';
import { put, stubLayout } from './page-stub.ts';

stubLayout();

/** The blocks of a part, one after the other, as the reading gets them from the places of anchors. */
function blocksBelow(root: Node, isForeign?: (holder: Element) => boolean) {
  const texts = document.createTreeWalker(blockAround(root), NodeFilter.SHOW_TEXT);
  const blocks = new Set<Element>();
  while (texts.nextNode()) {
    const block = blockAround(texts.currentNode);
    if (block instanceof Element && !block.closest('script,style,noscript,template,select,textarea,object,svg'))
      blocks.add(block);
  }
  return [...blocks].map((block) => blockAt(block, isForeign)).filter((one) => one.text.trim());
}

const textsBelow = (html: string): string[] => {
  document.body.innerHTML = html;
  return blocksBelow(document.body).map((block) => block.text.replaceAll('\u2028', '/'));
};

describe('blocks of text', () => {
  it('join what runs over inline elements', () => {
    expect(textsBelow('<p>支<b>付</b><span><i>失</i>败</span></p>')).toEqual(['支付失败']);
  });

  it('end a line at a break and keep blocks apart', () => {
    expect(textsBelow('<div>支付失败<br>余额不足<p>返回</p>再试</div>')).toEqual(['支付失败/余额不足再试', '返回']);
  });

  it.each(['script', 'style', 'noscript', 'template', 'select', 'textarea', 'object'])(
    'leave out what stands in <%s>',
    (tag) => {
      expect(textsBelow(`<div>a<${tag}>支付失败</${tag}>b</div><p>c</p>`).join('|')).not.toContain('失败');
    },
  );

  it('go on behind what they leave out', () => {
    expect(textsBelow('<div><p>a</p><script>x</script></div><script>y</script><p>b</p>')).toEqual(['a', 'b']);
    expect(textsBelow('<div><script>x</script></div>')).toEqual([]);
  });

  it('leave out links, which offer something to read', () => {
    expect(textsBelow('<p>如有疑问 <a href="/help">支付失败怎么办</a></p>')).toEqual(['如有疑问 ']);
    expect(textsBelow('<p><a>支付失败</a></p>')).toEqual(['支付失败']);
  });

  it('leave out foreign words inside a line', () => {
    document.body.innerHTML = '<p>订单 <span class="goodsName">支付失败纪念杯</span> 已生成</p>';
    const blocks = blocksBelow(document.body, (holder) => holder.className === 'goodsName');
    expect(blocks.map((one) => one.text)).toEqual(['订单  已生成']);
  });

  it('start at a text, an inline element or a block alike', () => {
    const block = put('<div><p id="it">支付<b>失败</b></p></div>');
    for (const root of [block, block.firstChild!, block.querySelector('b')!, block.querySelector('b')!.firstChild!])
      expect(blocksBelow(root).map((one) => [one.element.id, one.text])).toEqual([['it', '支付失败']]);
  });

  it('are cut where no message is that long, and end with the page', () => {
    expect(textsBelow(`<p>${'长'.repeat(5000)}</p>`)[0]!.length).toBeLessThan(2000);
    expect(textsBelow(`<p>${'<b>'.repeat(300)}长</p>`)).toEqual([]);
    expect(textsBelow('')).toEqual([]);
  });

  it('take an SVG title or a clobbered form for what they are', () => {
    expect(
      textsBelow('<svg><title>支付失败</title></svg><form><input name="parentElement"><p>a</p></form>').join('|'),
    ).not.toContain('失败');
  });
});

describe('the block around a change', () => {
  it('is that of a text or an inline element, and a block itself', () => {
    const block = put('<div><p id="it">支付<b><i>失败</i></b></p></div>');
    for (const node of [
      block,
      block.firstChild!,
      block.querySelector('b')!,
      block.querySelector('i')!,
      block.querySelector('i')!.firstChild!,
    ])
      expect(blockAround(node)).toBe(block);
    expect(blockAround(document.createTextNode('a')).nodeType).toBe(Node.TEXT_NODE);
  });
});

describe('visible text', () => {
  const visible = (html: string) => {
    const element = put(html);
    return blocksBelow(element.parentElement!).map(visibleTextOf).join('|');
  };

  it('is what a person sees of a block', () => {
    expect(visible('<p id="it">支付<span hidden>成功</span>失败</p>')).toBe('支付失败');
    expect(visible('<div hidden><p id="it">支付失败</p></div>')).toBe('');
    expect(visible('<p id="it" style="color:rgba(0, 0, 0, 0)">支付失败</p>')).toBe('');
    expect(visible('<p id="it">支付<i style="color:rgba(0, 0, 0, 0)">成功</i>失败</p>')).toBe('支付失败');
  });

  it.each([
    ['no layout', 'hidden'],
    ['no display', 'style="display:none"'],
    ['no opacity', 'style="opacity:0"'],
    ['letters of no size', 'style="font-size:0px"'],
    ['a box of no size', 'data-box="10,10,1,1"'],
    ['a place left of the page', 'data-box="-9999,10,200,20"'],
    ['a place above the page', 'data-box="10,-9999,200,20"'],
    ['a place far to the right', 'data-box="99999,10,200,20"'],
    ['a clip', 'style="clip:rect(0px, 0px, 0px, 0px)"'],
    ['a clip path', 'style="clip-path:inset(50%)"'],
  ])('is none with %s', (_, attributes) => {
    expect(isVisible(put(`<p id="it" ${attributes}>支付失败</p>`))).toBe(false);
    expect(isVisible(put('<p id="it">支付失败</p>'))).toBe(true);
  });

  it.each([
    ['opacity', 'style="opacity:0"'],
    ['a clip', 'style="clip-path:inset(100%)"'],
    ['a closed frame', 'style="overflow-x:hidden;overflow-y:hidden" data-box="10,10,200,0"'],
  ])('is none below an ancestor with %s', (_, attributes) => {
    expect(isVisible(put(`<div ${attributes}><div><p id="it" data-box="10,10,200,20">支付失败</p></div></div>`))).toBe(
      false,
    );
  });

  it('is none where it is pushed out of a frame that hides it, and some where the frame scrolls', () => {
    const frame = (overflow: string) =>
      `<div style="overflow-x:${overflow};overflow-y:${overflow}" data-box="0,0,300,100"><p id="it" data-box="10,400,200,20">支付失败</p></div>`;
    expect(isVisible(put(frame('hidden')))).toBe(false);
    expect(isVisible(put(frame('auto')))).toBe(true);
  });

  it('is none for an element that left the page', () => {
    const element = put('<p id="it">支付失败</p>');
    element.remove();
    expect(isVisible(element)).toBe(false);
  });
});

describe('the size of a page', () => {
  it('tells a page that is one message from one with more', () => {
    put('<p>支付失败</p>');
    expect(measurePage()).toMatchObject({ length: 4, small: true, tiny: true });
    put(`<p>${'长'.repeat(300)}</p>`);
    expect(measurePage()).toMatchObject({ small: true, tiny: false });
    put(`<p>${'长'.repeat(1000)}</p>`);
    expect(measurePage()).toMatchObject({ small: false, tiny: false });
  });

  it.each(['password', 'tel', 'email'])('is not small with a field to fill in (%s)', (type) => {
    put(`<p>支付失败</p><input type="${type}">`);
    expect(measurePage()).toMatchObject({ small: false, tiny: false });
  });
});

describe('prominence', () => {
  it('is large letters', () => {
    expect(isProminent(put('<p id="it" style="font-size:20px">a</p>'))).toBe(true);
    expect(isProminent(put('<p id="it" style="font-size:14px">a</p>'))).toBe(false);
  });
});

describe('a text that fades', () => {
  it.each([
    ['0.05', false],
    ['0.09', false],
    ['0.5', true],
  ])('to opacity %s can be seen: %s', (opacity, seen) => {
    expect(isVisible(put(`<p id="it" style="opacity:${opacity}">支付失败</p>`))).toBe(seen);
    expect(isVisible(put(`<div style="opacity:${opacity}"><p id="it">支付失败</p></div>`))).toBe(seen);
  });
});
