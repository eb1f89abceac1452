// @vitest-environment happy-dom
/** Sentences that nobody knows: an error because of where they stand, and silence everywhere else. */
import { describe, expect, it } from 'vitest';
import { verdictOfPage } from './judge-page.ts';
import { stubLayout } from './page-stub.ts';
import { table } from './shipped.ts';

stubLayout();
const filler = `<p>${'今天天气很好，我们去公园散步。'.repeat(30)}</p>`;
const NEW = '这回没戏了呢，换个时间再来吧';
const TROUBLE = 'That didn’t go through and nothing was taken from your account';

describe('a sentence that nobody knows', () => {
  it.each([
    ['an error notice', `<div class="mi-notice mi-notice-error"><h3>${NEW}</h3></div>`],
    [
      'an error block',
      `<div class="adm-error-block"><div class="adm-error-block-description-title">${NEW}</div></div>`,
    ],
    ['a result with an icon of failure', `<div class="r"><img src="/i/fail.png"><h2>${NEW}</h2></div>`],
    ['a toast with an icon of failure', `<div class="van-toast van-toast--fail"><div>${NEW}</div></div>`],
    [
      'a layer with a sad face',
      `<div class="layui-layer layui-layer-msg"><i class="layui-layer-ico5"></i><p>${NEW}</p></div>`,
    ],
    ['a box with a hashed name', `<div class="css-1a2b3c" role="alert"><p>${TROUBLE}</p></div>`],
    ['an element for dialogs', `<dialog open><p>${TROUBLE}</p><button>OK</button></dialog>`],
    [
      'an alert dialog',
      `<div role="alertdialog"><h2>That didn't go through</h2><p>${TROUBLE}.</p><button>Pay again</button></div>`,
    ],
    ['a live region', `<div aria-live="polite">Das hat mit der Zahlung leider nicht geklappt</div>`],
  ])('is an unsure failure without a cause in %s', (_, html) => {
    expect(verdictOfPage(html + filler)).toMatchObject({ diagnosis: table.roles.nameless, certainty: 'unsure' });
  });

  it('is shown masked and short', () => {
    const said = `这回没戏了呢，卡号 6225 7583 1234 5678 ${'换个时间再来吧'.repeat(20)}`;
    const [evidence] = verdictOfPage(`<div class="pay-error"><p>${said}</p></div>${filler}`)!.evidence;
    expect(evidence!.kind).toBe('structure');
    expect(evidence!.quote).toContain('这回没戏了呢');
    expect(evidence!.quote).not.toContain('6225');
    expect(evidence!.quote.length).toBeLessThanOrEqual(80);
  });

  it.each([
    ['a tip', `<div class="tips"><p>${NEW}</p></div>`],
    ['a remark at a field', `<div class="form-item"><input><div class="form-item-error">${NEW}</div></div>`],
    ['a dialog that asks for consent', `<div role="dialog"><p>${TROUBLE}</p><button>同意并继续</button></div>`],
    ['a dialog of rules', `<div role="dialog"><h3>国际卡额度说明</h3><p>超出额度的付款不能完成</p></div>`],
    ['an offer', `<div class="err">优惠券暂时领不到，等会儿再来</div>`],
    ['a waiting toast', `<div class="adm-toast">请勿关闭页面，银行还没有回应付款请求</div>`],
    ['an error box nobody sees', `<div class="mi-notice-error" hidden>${NEW}</div>`],
    ['an error page of the site', `<div class="error-page">抱歉，您访问的页面不存在</div>`],
    ['a healthy live region', `<div role="status">已选择 招商银行 Visa</div>`],
  ])('is none in %s', (_, html) => {
    expect(verdictOfPage(html + filler)).toBeNull();
  });
});

describe('answers of the gateway to programs', () => {
  const answer = (value: unknown) =>
    verdictOfPage(`<pre>${typeof value === 'string' ? value : JSON.stringify(value)}</pre>`);

  it('are read by their codes and messages', () => {
    expect(answer({ pay: { code: '40004', msg: 'Business Failed', sub_code: 'ACQ.TRADE_HAS_CLOSE' } })).toMatchObject({
      diagnosis: 'order-closed',
      code: 'ACQ.TRADE_HAS_CLOSE',
    });
    expect(answer({ success: false, data: { wnd: { msg: '您的银行卡余额不足' } } })?.diagnosis).toBe(
      'insufficient-funds',
    );
    expect(
      answer(
        '&lt;alipay&gt;&lt;is_success&gt;F&lt;/is_success&gt;&lt;error&gt;ILLEGAL_SIGN&lt;/error&gt;&lt;/alipay&gt;',
      )?.code,
    ).toBe('ILLEGAL_SIGN');
    expect(answer('is_success=F&amp;error_code=ILLEGAL_SIGN')?.code).toBe('ILLEGAL_SIGN');
  });

  it('are failures without a cause where they say no more', () => {
    expect(answer({ success: false, msg: '这回没戏了呢' })).toMatchObject({ diagnosis: table.roles.nameless });
  });

  it("are failures by Alipay's own status of a payment, whatever else was a success", () => {
    expect(answer({ success: true, resultStatus: '6004', memo: '支付结果未知，请查询支付状态' })?.diagnosis).toBe(
      table.roles.maybePaid,
    );
    expect(answer({ resultStatus: '6001', memo: '用户中途取消' })?.diagnosis).toBe('payer-cancelled');
    expect(answer({ resultStatus: '9000', memo: '订单支付成功' })).toBeNull();
  });

  it('say nothing when nothing failed, and of what the shop wrote', () => {
    expect(answer({ success: true, code: '10000', msg: 'Success', trade_status: 'WAIT_BUYER_PAY' })).toBeNull();
    expect(answer({ success: true, subject: '银行卡余额不足 T恤' })).toBeNull();
    expect(answer('{"half": ')).toBeNull();
  });
});
