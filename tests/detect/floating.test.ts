// @vitest-environment happy-dom
/** Toasts and dialogs by their layout, on pages whose class names say nothing. */
import { describe, expect, it } from 'vitest';
import { floatingSpot } from '../../lib/detect/floating.ts';
import { verdictOfPage } from './judge-page.ts';
import { stubLayout } from './page-stub.ts';

stubLayout();
const filler = `<p>${'今天天气很好，我们去公园散步。'.repeat(80)}</p>`;
const SAID = '这笔款项暂时付不出去，请改用其他方式付款';
const fixed = (inside: string, tag = 'div') => `<${tag} class="x1" style="position: fixed">${inside}</${tag}>`;
const placeOf = (html: string) => {
  document.body.innerHTML = html + filler;
  return floatingSpot(document.querySelector('#it')!)?.place ?? null;
};

describe('a box that floats', () => {
  it.each([
    ['short and without a button a toast', fixed(`<p id="it">${SAID}</p>`), 'toast'],
    ['itself the text', `<div id="it" style="position: fixed">${SAID}</div>`, 'toast'],
    ['with buttons a dialog', fixed(`<div><h3>x</h3><p id="it">${SAID}</p></div><button>好</button>`), 'dialog'],
    ['around a deeper text the same', fixed(`<div><div><p id="it">${SAID}</p></div></div>`), 'toast'],
  ])('is %s', (_, html, place) => expect(placeOf(html)).toBe(place));

  it.each([
    ['what does not float', `<div class="x1"><p id="it">${SAID}</p></div>`],
    ['a drawer to read', fixed(`<p id="it">${SAID}</p><a href="#">更多</a>`)],
    ['a form', fixed(`<p id="it">${SAID}</p><input>`)],
    ['a menu', fixed(`<p id="it">${SAID}</p><ul><li>a</li></ul>`)],
    ['an aside', fixed(`<p id="it">${SAID}</p>`, 'aside')],
    ['long', fixed(`<p id="it">${SAID}</p><p>${'说明'.repeat(150)}</p><button>好</button>`)],
    ['a row of buttons', fixed(`<p id="it">${SAID}</p>${'<button>好</button>'.repeat(4)}`)],
  ])('is nothing of the kind: %s', (_, html) => expect(placeOf(html)).toBe(null));

  it('says what toasts say', () => {
    const bare = '付款没有成功';
    expect(verdictOfPage(fixed(bare) + filler)).toMatchObject({ diagnosis: 'unknown-failure' });
    expect(verdictOfPage(`<div class="x1">${bare}</div>${filler}`)).toBe(null);
  });
});
