// @vitest-environment happy-dom
/** What of a message is handed on to be read a second time: its lines, masked, without what stands around it. */
import { describe, expect, it } from 'vitest';
import { makePageReader, readPart } from '../../lib/detect/read-page.ts';
import { saidBy } from '../../lib/detect/said.ts';
import { SAID_LIMIT } from '../../lib/messages.ts';
import { stubLayout } from './page-stub.ts';
import { gate, table } from './shipped.ts';

stubLayout();
const reader = makePageReader(table);
const saidOn = (html: string): string => {
  document.body.innerHTML = html;
  return saidBy(readPart(document.body, reader, gate).sightings, reader);
};
const dialog = (inside: string): string =>
  `<div role="dialog"><h2>扣款未成功</h2>${inside}<button>换一张不支持的银行卡付款试试看吧好吗</button></div>`;

describe('what a message says', () => {
  it('keeps boxes apart', () => {
    const two = [
      '<div class="error-tip"><p>付款失败，系统繁忙</p></div>',
      '<div class="error-tip"><p>扣款失败，余额不足</p></div>',
    ];
    const said = saidOn(
      `<main>${two.map((one) => `<section><div>${'商品'.repeat(260)}</div>${one}</section>`).join('')}</main>`,
    );
    expect(said).toBe('付款失败,系统繁忙\n\n扣款失败,余额不足');
  });

  it('is its title and the lines that tell of trouble', () => {
    expect(saidOn(dialog('<p>您的银行没有批准这笔付款</p>'))).toBe('扣款未成功\n您的银行没有批准这笔付款');
  });

  it('is not the price, the shop, a footer, a button or a short link', () => {
    const said = saidOn(
      dialog('<p>应付 59.90 元</p><p>商户：桐乡竹艺</p><p>支付宝保障您的安全</p><a href="#">无法付款？</a>'),
    );
    expect(said).toBe('扣款未成功');
  });

  it('ends where its box ends: what stands around it is marked, and what one agrees to is left out', () => {
    const said = saidOn(
      `<div><div role="alert"><p>绑卡扣款未成功</p><p>银行说这张卡已经报失停用了</p></div>
       <p>第一步请填写卡号，第二步请验证您的信息</p><p>绑卡即代表您同意《银行卡快捷支付服务协议》</p></div>`,
    );
    expect(said).toBe('绑卡扣款未成功\n银行说这张卡已经报失停用了\n\t第一步请填写卡号,第二步请验证您的信息');
  });

  it('is every line of an alert, however little one says by itself', () => {
    const said = saidOn('<div role="alert"><p>网络开小差，付款失败</p><p>排行榜加载中断</p></div>');
    expect(said).toBe('网络开小差,付款失败\n排行榜加载中断');
  });

  it('holds a summary of errors whose lines lead to their fields', () => {
    const said = saidOn(
      '<div role="alert"><h2>未能完成付款</h2><p><a href="#cn">此卡未登記 3D 驗證服務，銀行無法核實你的身分</a></p></div>',
    );
    expect(said).toContain('3D 驗證服務');
  });

  it('holds the title right above it, no steps of the checkout, and no short link', () => {
    const said = saidOn(
      `<div role="dialog"><h3>未获处理</h3><p>您的银行没有批准这笔付款</p><p>1 填写卡信息 › 2 确认付款 › 3 完成付款之后再返回商家页面</p>
       <h3>别的</h3><p><a href="#">付款失败</a></p></div>`,
    );
    expect(said).toBe('您的银行没有批准这笔付款\n未获处理');
  });

  it('is the messages of an answer for programs, without its keys', () => {
    const answer = {
      success: true,
      data: { bizError: true, wnd: { msg: '为防止资金受损，没有放行卡号 6225758312345678 的交易' } },
    };
    const said = saidOn(`<pre>${JSON.stringify(answer)}</pre>`);
    expect(said).toMatch(/^为防止资金受损,没有放行/);
    expect(said).not.toMatch(/6225|bizError/);
  });

  it('is not what nobody can see', () => {
    expect(saidOn(dialog('<p hidden>您的银行卡已过期，请更换银行卡</p>'))).toBe('扣款未成功');
  });

  it('has no numbers and addresses in it', () => {
    const said = saidOn(dialog('<p>卡号 6225 7583 1234 5678 的付款没有成功，请联系 someone@bank.example</p>'));
    expect(said).toContain('没有成功');
    expect(said).not.toMatch(/6225|5678|someone/);
  });

  it('is never longer than what may be sent, whatever the page writes', () => {
    const said = saidOn(`<div role="dialog"><h2>扣款未成功</h2><p>${'付款没有成功。'.repeat(40)}</p></div>`);
    expect(said.length).toBeLessThanOrEqual(SAID_LIMIT);
  });

  it('is nothing where nothing stands', () => {
    expect(saidBy([], reader)).toBe('');
  });
});
