import { describe, expect, it } from 'vitest';
import { explainText, tellPage } from '../../scripts/explain.ts';
import { library, reasonsFor } from '../detect/shipped.ts';

const linesOf = (text: string): string[] => explainText(text, library).split('\n');

describe('npm run explain', () => {
  it.each([
    ['the gate', '今天天气很好', '  drops it: no anchor'],
    ['a guard by its name', '一旦支付失败，请联系客服', 'guards.json, before: condition'],
    ['quotation marks', '提示“支付失败”', 'the words stand in quotation marks'],
    ['the unless of a family', '银行拒绝了您的付款，余额不足', 'its own "unless" {no-funds}'],
    ['the place', '支付失败', 'it counts only where an error stands'],
    ['the cover of an unlisted code', '错误码：ALI999 系统繁忙', 'is the usual cover of an unlisted code'],
    [
      'the topic',
      'my library card was declined at the library',
      '"my library card was declined at the library": elsewhere',
    ],
  ])('names %s', (_, text, line) => {
    expect(
      linesOf(text).some((one) => one.includes(line)),
      explainText(text, library),
    ).toBe(true);
  });

  it("prints the judge's order and what the popup would answer", () => {
    const lines = linesOf('支付失败，银行卡余额不足');
    expect(lines).toContainEqual(expect.stringMatching(/^ {2}1\. insufficient-funds \(likely\): family /));
    expect(lines).toContain('  verdict: insufficient-funds (likely)');
    expect(lines.slice(lines.indexOf('Typed into the popup') + 1)[0]).toMatch(/^ {2}insufficient-funds/);
  });

  it('tells of a page what was dropped where, and what was kept', () => {
    const text = tellPage(
      {
        host: 'cashier.alipay.com',
        contentAddress: false,
        touches: true,
        unread: ['收银台'],
        dropped: [
          { stage: 'place', text: '支付失败', by: 'row' },
          { stage: 'visibility', text: '余额不足', by: '' },
          { stage: 'prose', text: '付款失败的说明', by: 'busy page' },
        ],
        kept: [{ text: '发卡行拒绝了交易', place: 'dialog', reasons: reasonsFor('发卡行拒绝了交易') }],
        around: [{ text: '支付失败', path: 'li [row] < ul' }],
        success: true,
        said: '银行拒绝了这笔付款',
        doubtful: true,
        surroundings: [],
      },
      library,
    );
    for (const part of [
      'dropped, gate: "收银台": no anchor',
      '"支付失败" stands in li [row] < ul',
      'place: "支付失败": it stands in a row of a list',
      'visibility: "余额不足": cannot be seen',
      'prose: "付款失败的说明": busy page',
      'kept, "发卡行拒绝了交易" as dialog: bank-declined/issuer-refused',
      'verdict: bank-declined',
      'a payment went through',
      'Second look, which decides whether it is a failure',
      'hears "银行拒绝了这笔付款"',
      '  bank-declined (',
      'takes 1 of 1 boxes for the report of a failure',
    ])
      expect(text).toContain(part);
  });
});
