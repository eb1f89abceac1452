// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { isForeignWord, preparePlaces, spotOf, tokensOf } from '../../lib/detect/place.ts';
import { put, stubLayout } from './page-stub.ts';
import { gateTable, table } from './shipped.ts';

stubLayout();
const rules = preparePlaces(table.places);
const content = new RegExp(gateTable.content, 'i');
const placeOf = (html: string) => spotOf(put(html), rules).place;

describe('where a text stands', () => {
  it.each([
    ['alert', '<div class="error-tip"><p id="it">x</p></div>'],
    ['alert', '<p id="it" class="ui-form-explain form-error">x</p>'],
    ['alert', '<div role="alert"><span><b id="it">x</b></span></div>'],
    ['alert', '<div class="payFailed"><p id="it">x</p></div>'],
    ['dialog', '<div role="dialog"><p id="it">x</p></div>'],
    ['dialog', '<div role="alertdialog"><p id="it">x</p></div>'],
    ['dialog', '<dialog open><p id="it">x</p></dialog>'],
    ['dialog', '<div class="am-modal-body"><p id="it">x</p></div>'],
    ['dialog', '<div class="am-dialog"><div class="am-dialog-error"><p id="it">x</p></div></div>'],
    ['toast', '<div class="am-toast"><p id="it">x</p></div>'],
    ['toast', '<div role="status"><p id="it">x</p></div>'],
  ])('is %s in %s', (place, html) => {
    expect(placeOf(html)).toBe(place);
  });

  it('is plain text elsewhere', () => {
    expect(placeOf('<div><p id="it">x</p></div>')).toBe('text');
  });

  it.each([
    '<nav><p id="it">x</p></nav>',
    '<footer><p id="it">x</p></footer>',
    '<blockquote><p id="it">x</p></blockquote>',
    '<pre id="it">x</pre>',
    '<details><p id="it">x</p></details>',
    '<label><span id="it">x</span></label>',
    '<div contenteditable><p id="it">x</p></div>',
    '<div role="log"><p id="it">x</p></div>',
    '<ul><li id="it">x</li><li>y</li></ul>',
    '<table><tr><td id="it">x</td><td>y</td></tr></table>',
    '<div class="faq-list"><p id="it">x</p></div>',
    '<div class="help-content"><p id="it">x</p></div>',
    '<div class="order-title"><p id="it">x</p></div>',
    '<div class="goodsName" id="it">x</div>',
    '<div class="seller-name" id="it">x</div>',
    '<div class="channel-item is-disabled"><p id="it">x</p></div>',
    '<div aria-disabled="true"><p id="it">x</p></div>',
    '<div class="channel-item gray"><p id="it">x</p></div>',
    '<div class="chat-bubble"><p id="it">x</p></div>',
    `<article><p id="it">x</p>${'长'.repeat(600)}</article>`,
    '<article><p id="it">x</p></article><article><p>y</p></article>',
    '<div><div class="row"><p id="it">x</p></div><div class="row"><p>y</p></div><div class="row"><p>z</p></div></div>',
  ])('is nowhere in %s', (html) => {
    expect(placeOf(html)).toBeNull();
    expect(placeOf(html)).toBeNull();
  });

  it.each([
    ['a shade of a style kit', '<div class="mt-6 text-gray-500"><p id="it" class="bg-grey-50">x</p></div>'],
    ['what it would be in another state', '<div class="p-4 disabled:opacity-50"><p id="it">x</p></div>'],
    ['the only article, if short', '<article><p id="it">x</p></article>'],
    ['the only item of a list', '<ul><li id="it">x</li></ul>'],
    ['two alike blocks', '<div><div class="row"><p id="it">x</p></div><div class="row"><p>y</p></div></div>'],
  ])('may be %s', (_, html) => {
    expect(placeOf(html)).toBe('text');
  });

  it('is no row among sections that share a frame and begin each in its own way', () => {
    const frames = (...heads: string[]) => heads.map((head) => `<div class="card">${head}<i></i></div>`).join('');
    expect(placeOf(`<main>${frames('<h2>a</h2>', '<p id="it">x</p>', '<b>c</b>')}</main>`)).toBe('text');
    // A state named by a second class is a state of the same row.
    const rows = frames('<b class="icon">a</b>', '<b class="icon red" id="it">x</b>', '<b class="icon">c</b>');
    expect(placeOf(`<main>${rows}</main>`)).toBe(null);
    // So is one that an icon of its own names, or a line more.
    const states = ['ok', 'fail', 'wait'].map(
      (state) =>
        `<div class="card"><i class="icon-${state}">x</i><b class="name" ${state === 'fail' ? 'id="it"' : ''}>y</b>${state === 'fail' ? '<p>z</p>' : ''}</div>`,
    );
    expect(placeOf(`<main>${states.join('')}</main>`)).toBe(null);
  });

  it('is no alert in a list of rows that merely colour their state', () => {
    const rows = (state: string) => [
      '<div class="status-ok">y</div>',
      `<div class="${state}" id="it">x</div>`,
      '<div class="status-ok">z</div>',
    ];
    expect(
      placeOf(
        `<ul>${rows('status-error')
          .map((row) => `<li class="row"><p>a</p>${row}</li>`)
          .join('')}</ul>`,
      ),
    ).toBeNull();
    expect(
      placeOf(
        `<div>${rows('fail')
          .map((row) => `<div class="row"><p>a</p>${row}</div>`)
          .join('')}</div>`,
      ),
    ).toBeNull();
  });

  it('is an alert in a row of a form', () => {
    const row = (explain: string) => `<div class="form-item"><label>a</label><input>${explain}</div>`;
    expect(placeOf(`<form>${row('')}${row('<div class="form-error" id="it">x</div>')}${row('')}</form>`)).toBe('alert');
    expect(placeOf(`<ul><li>${row('')}</li><li>${row('<div class="form-error" id="it">x</div>')}</li></ul>`)).toBe(
      'alert',
    );
  });

  it("is an alert where a shop's box is called an error", () => {
    expect(placeOf('<div class="order-error"><p id="it">x</p></div>')).toBe('alert');
  });

  it('does not see names far above a text', () => {
    const deep = (levels: number) =>
      `<div class="error">${'<div>'.repeat(levels)}<p id="it">x</p>${'</div>'.repeat(levels)}</div>`;
    expect(placeOf(deep(4))).toBe('alert');
    expect(placeOf(deep(10))).toBe('text');
  });

  it('sees roles farther than names', () => {
    expect(placeOf(`<div role="dialog">${'<div>'.repeat(10)}<p id="it">x</p>${'</div>'.repeat(10)}</div>`)).toBe(
      'dialog',
    );
  });

  it('knows headings and the titles of results', () => {
    const spot = (html: string) => spotOf(put(html), rules);
    expect(spot('<h1 id="it">x</h1>').heading).toBe(true);
    expect(spot('<div class="result-title" id="it">x</div>').heading).toBe(true);
    expect(spot('<p id="it">x</p>').heading).toBe(false);
    expect(spot('<div class="toast"><h3 id="it">x</h3></div>')).toMatchObject({ place: 'toast', heading: true });
  });

  it('names the element that made it so', () => {
    const spot = spotOf(put('<section class="error-box"><p id="it">x</p></section>'), rules);
    expect(spot.container?.tagName).toBe('SECTION');
  });
});

describe('names of an element', () => {
  it('are class, id and role, apart and in lower case', () => {
    expect(tokensOf(put('<p id="it" class="payFailTip am-Toast" data-role="errorBox">x</p>'))).toEqual([
      'pay-fail-tip',
      'am-toast',
      'it',
      'error-box',
    ]);
  });

  it('are cut where a page overdoes it', () => {
    expect(tokensOf(put(`<p id="it" class="${'a '.repeat(5000)}">x</p>`)).length).toBeLessThanOrEqual(200);
  });

  it('exist on SVG elements and clobbered forms too', () => {
    expect(() => tokensOf(put('<svg><g id="it" class="error"></g></svg>'))).not.toThrow();
    expect(() => tokensOf(put('<form id="it"><input name="id"><input name="getAttribute"></form>'))).not.toThrow();
  });
});

describe('foreign words', () => {
  it.each([
    '<span id="it" class="goodsName">x</span>',
    '<span id="it" class="seller">x</span>',
    '<span id="it" class="item-disabled">x</span>',
  ])('are in %s', (html) => {
    expect(isForeignWord(put(html), rules)).toBe(true);
  });

  it.each([
    '<span id="it">x</span>',
    '<span id="it" class="red">x</span>',
    '<span id="it" class="error">x</span>',
    '<b>x</b>',
  ])('are not in %s', (html) => {
    expect(isForeignWord(put(html, '#it, b'), rules)).toBe(false);
  });
});

describe('addresses of explanations', () => {
  it.each([
    'help.alipay.com/lab/question.htm',
    'opendocs.alipay.com/open/repo',
    'cshall.alipay.com/lab/',
    'global.alipay.com/docs/ac/x',
    'consumeprod.alipay.com/record/standard.htm',
    'render.alipay.com/p/f/faq/index.html',
    'www.alipay.com/help/x',
  ])('%s only talks about failures', (address) => {
    expect(content.test(address)).toBe(true);
  });

  it.each([
    'mclient.alipay.com/h5pay/cashierPreConfirm/index.html',
    'excashier.alipay.com/standard/auth.htm',
    'cashier.alipay.com/standard/result.htm',
    'unitradeprod.alipay.com/acq/cashierReturn.htm',
    'openapi.alipay.com/gateway.do',
    'render.alipay.com/p/yuyan/pay-result.html',
    'mapi.alipay.com/gateway.do',
    'tscenter.alipay.com/error.htm',
  ])('%s may show one', (address) => {
    expect(content.test(address)).toBe(false);
  });
});

describe('a table of an old layout', () => {
  const tableOf = (rows: number, attribute = ' width="100%"') =>
    `<table${attribute}>${'<tr><td>a</td></tr>'.repeat(rows - 1)}<tr><td><p id="it">x</p></td></tr></table>`;

  it('holds plain text while it has few rows', () => {
    expect(placeOf(tableOf(6))).toBe('text');
  });

  it('is a list from seven rows on, or where it has none of the old attributes', () => {
    expect(placeOf(tableOf(7))).toBe(null);
    expect(placeOf(tableOf(3, ''))).toBe(null);
  });
});
