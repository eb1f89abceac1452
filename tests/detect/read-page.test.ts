// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { readOnce } from '../../lib/detect/read-once.ts';
import { type Reading, makePageReader, mayMatter, readPart } from '../../lib/detect/read-page.ts';
import { readSurroundings } from '../../lib/detect/surroundings.ts';
import { FAMILY_TEXTS } from './family-texts.ts';
import { put, stubLayout } from './page-stub.ts';
import { gate, judge, knownSentences, library, reader as plainReader, table } from './shipped.ts';

stubLayout();
const reader = makePageReader(table);

function readBody(html: string): Reading {
  document.body.innerHTML = html;
  return readPart(document.body, reader, gate);
}

const verdictOf = (html: string) => judge(readBody(html).sightings.flatMap((one) => one.reasons));
const diagnosisOf = (html: string) => verdictOf(html)?.diagnosis ?? 'nothing';
const filler = `<p>${'今天天气很好，我们去公园散步。'.repeat(30)}</p>`;

describe('a message', () => {
  it.each([
    ['an alert', '<div class="error-tip"><p>发卡行拒绝了这笔交易</p></div>'],
    ['a dialog', '<div role="dialog"><p>发卡行拒绝了这笔交易</p><button>知道了</button></div>'],
    ['a toast', '<div class="am-toast">发卡行拒绝了这笔交易</div>'],
    ['a heading', '<h1>发卡行拒绝了这笔交易</h1>'],
    ['a page of its own', '<div><p>您的发卡行拒绝了这笔交易</p></div>'],
    ['an inline mess', '<div class="error-tip"><p>发卡<b>行</b>拒<i>绝</i>了<span>这笔</span>交易</p></div>'],
  ])('is read in %s', (_, html) => {
    expect(diagnosisOf(html)).toBe('bank-declined');
    expect(diagnosisOf(html + filler)).toBe('bank-declined');
  });

  it('is no message in a long text, a list or a link', () => {
    for (const html of [
      '<ul><li>发卡行拒绝了这笔交易</li><li>b</li></ul>',
      '<p><a href="/x">发卡行拒绝了这笔交易</a></p>',
      `<div class="error"><p>${'很长的说明'.repeat(80)}发卡行拒绝了这笔交易</p></div>`,
    ])
      expect(diagnosisOf(html + filler), html).toBe('nothing');
  });

  it('is none while nobody can see it, and the hidden one is named', () => {
    const reading = readBody('<div class="error-tip" hidden><p id="it">发卡行拒绝了这笔交易</p></div>');
    expect(reading.sightings).toEqual([]);
    expect(reading.hidden.map((one) => one.id)).toContain('it');
  });

  it('is heard with the lines around it', () => {
    const verdict = verdictOf(
      `<div class="box"><h2>支付失败</h2><p>银行卡余额不足</p><p>错误码：ALI64</p></div>${filler}`,
    );
    expect(verdict).toMatchObject({ diagnosis: 'merchant-integration-error', code: 'ALI64' });
    expect(diagnosisOf(`<div class="box"><h2>支付失败</h2><p>银行卡余额不足</p></div>${filler}`)).toBe(
      'insufficient-funds',
    );
  });

  it('of a frame that says little is what the frame says', () => {
    const bank = `<p><b>Sparkasse</b></p><h2>Freigabe nicht erfolgt</h2><p>Sie haben den Auftrag nicht rechtzeitig in der App bestätigt, wir warten auf Ihre Eingabe. Die Zahlung wurde deshalb nicht ausgeführt.</p><p>${'Händler: Alipay. '.repeat(8)}</p>`;
    expect(diagnosisOf(bank)).toBe('nothing');
    vi.spyOn(window, 'top', 'get').mockReturnValue({} as Window);
    expect(diagnosisOf(bank)).toBe('unknown-failure');
    expect(diagnosisOf(bank + filler.repeat(3))).toBe('nothing');
    // A chat or a step asks for something.
    expect(diagnosisOf(`${bank}<input>`)).toBe('nothing');
  });

  it('does not take the words of an order for its own', () => {
    expect(diagnosisOf('<div class="order-title">银行卡余额不足纪念T恤</div><h1>确认付款</h1>')).toBe('nothing');
    expect(diagnosisOf('<p>订单 <span class="goodsName">发卡行拒绝了这笔交易</span> 请确认</p>')).toBe('nothing');
  });

  it('is none in a dialog that asks for consent', () => {
    expect(
      diagnosisOf(`<div role="dialog"><p>您的银行卡余额不足，付款失败</p><button>同意并继续</button></div>${filler}`),
    ).toBe('nothing');
    expect(
      diagnosisOf(`<div role="dialog"><p>您的银行卡余额不足，付款失败</p><button>知道了</button></div>${filler}`),
    ).toBe('insufficient-funds');
  });
});

describe('a success', () => {
  it.each(['支付成功', '付款成功', '付款已完成', 'Payment successful', 'Thank you'])(
    'is seen in a heading: %s',
    (title) => {
      expect(readBody(`<h1>${title}</h1><p>¥ 20.00</p>`).success).toBe(true);
    },
  );

  it.each([
    'Tudo certo, pagamento aprovado!',
    'Paiement accepté',
    'お支払いが完了しました',
    '결제가 완료되었습니다',
    'Płatność przyjęta',
  ])('is seen in a title beside something that may be a failure: %s', (title) => {
    const warning = '<div role="alert">Payment failed</div>';
    expect(readBody(`<h2>${title}</h2>${warning}`).success).toBe(true);
    expect(readBody(`<h2 hidden>${title}</h2>${warning}`).success).toBe(false);
    expect(readBody(`<h2>Alipay</h2>${warning}`).success).toBe(false);
  });

  it.each([
    'お支払いが完了していません',
    'Zahlung nicht erfolgreich',
    'Платёж не прошёл',
    '결제가 완료되지 않았습니다',
    'ชำระเงินไม่สำเร็จ',
  ])('is not seen in a title that denies it: %s', (title) => {
    expect(readBody(`<h2>${title}</h2><div role="alert">Payment failed</div>`).success).toBe(false);
  });

  it('is not seen in a failure', () => {
    expect(readBody('<h1>支付失败</h1>').success).toBe(false);
    expect(
      readBody(`<p>支付成功后将自动跳转回商户页面，请不要关闭窗口，谢谢您的耐心等待和配合</p>${filler}`).success,
    ).toBe(false);
  });
});

describe('surroundings', () => {
  const rulesAt = (address: string) =>
    readSurroundings(reader, new URL(address)).flatMap((one) => one.reasons.map((reason) => reason.rule));

  it('are the address', () => {
    expect(rulesAt('https://cashier.alipay.com/standard/timeOut.htm')).toEqual(['order-closed/time-out-page']);
    expect(rulesAt('https://excashier.alipay.com/error.htm?errorCode=FISHING_RISK')).toContain(
      'alipay-risk-control/fishing-risk',
    );
    expect(rulesAt('https://cashier.alipay.com/standard/payment.htm')).toEqual([]);
  });

  it.each(['errorCode', 'causeCode'])('are a known code in %s, and never an unknown one', (name) => {
    const [sighting] = readSurroundings(reader, new URL(`https://cashier.alipay.com/x?${name}=ILLEGAL_SIGN`));
    expect(sighting!.reasons[0]).toMatchObject({
      kind: 'code',
      diagnosis: 'merchant-integration-error',
      code: 'ILLEGAL_SIGN',
      place: 'address',
      quote: `${name}=ILLEGAL_SIGN`,
    });
    expect(rulesAt(`https://cashier.alipay.com/x?${name}=2088123412341234`)).toEqual([]);
    expect(rulesAt(`https://cashier.alipay.com/x?${name}=SOMETHING_NEW`)).toEqual([]);
    expect(rulesAt(`https://cashier.alipay.com/x?${name}=`)).toEqual([]);
  });

  it('are elements that only a failure shows, while they are seen', () => {
    put('<div class="h5pay-error__reload">x</div>');
    expect(rulesAt('https://mclient.alipay.com/')).toEqual(['service-unavailable/h5-error-reload']);
    put('<div class="h5pay-error__reload" hidden>x</div>');
    expect(rulesAt('https://mclient.alipay.com/')).toEqual([]);
  });
});

/** Every text that could be a message, with the words of other elements right before and behind, as pages without white space have. */
const MESSAGES = [
  ...Object.values(FAMILY_TEXTS).flat(),
  ...knownSentences.map((one) => one.text),
  ...library.codes.codes
    .filter(({ code }) => code.length > 1)
    .flatMap(({ code }) => [
      `错误码：${code}`,
      `错误代码 ${code}`,
      `error code: ${code}`,
      `返回码=${code}`,
      `异常码：${code}`,
      `原因码：${code}`,
      `reason code: ${code}`,
      `sub_code: ${code}`,
      `err_code=${code}`,
    ]),
  ...library.codes.codes
    .filter(({ code }) => /^ALI|^ACQ\./.test(code))
    .flatMap(({ code }) => [
      code,
      `（${code}）`,
      code.replace('ALI', 'AL1'),
      code.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
    ]),
  '(N22104)',
  '[N22104]',
  '【N22104】',
  'C6-1011',
  '人气太旺啦 (6)',
];

describe('the cheap question', () => {
  const speaks = (text: string) =>
    plainReader.codes(text).length > 0 || plainReader.matcher.find(text).matches.length > 0 || text in table.sentences;
  const said = MESSAGES.filter(speaks);

  it('is asked of many messages', () => {
    expect(said.length).toBeGreaterThan(1500);
  });

  it('is answered with yes wherever something can be read', () => {
    const missed = said.filter(
      (text) => !mayMatter(put(`<p id="it"></p>`).appendChild(document.createTextNode(text)).parentNode!, gate),
    );
    expect(missed).toEqual([]);
  });

  it('is answered with yes for every known sentence', () => {
    const missed = knownSentences.filter(
      ({ text }) => !mayMatter(put('<p id="it"></p>').appendChild(document.createTextNode(text)).parentNode!, gate),
    );
    expect(missed).toEqual([]);
  });

  it('is answered with yes where other elements stand right beside the message', () => {
    const missed = said.filter((text) => {
      const root = put('<div id="it"><h1>Oops</h1><p></p><button>OK</button></div>');
      root.querySelector('p')!.textContent = text;
      return !mayMatter(root, gate);
    });
    expect(missed).toEqual([]);
  });

  it('is answered with no on healthy pages without any such word', () => {
    for (const html of ['', '<p></p>', '<p>今天天气很好</p>', '<p>Choose a colour</p>'])
      expect(mayMatter(put(`<div id="it">${html}</div>`), gate), html).toBe(false);
  });
});

describe('a success', () => {
  const success = new RegExp(table.guards.success, 'i');

  it('is looked for only where a word of it stands, which every one has', () => {
    const told = [
      '支付成功',
      '恭喜您付款成功',
      '您已付款成功',
      '退款成功',
      '付款完成',
      '退款已完成',
      'Payment successful',
      'Your payment was successful',
      'payment complete',
      'Refund received',
      'Payment succeeded',
      'Paid',
      'paid!',
      'Payment success',
      'Successfully paid',
      'Thank you for your order',
    ];
    expect(told.filter((text) => !success.test(text))).toEqual([]);
    expect(
      [...told, ...MESSAGES, ...library.everyday].filter(
        (text) => success.test(text) && !text.match(plainReader.guards.successWord),
      ),
    ).toEqual([]);
  });

  it('far from a message on a large page still silences plain words', () => {
    const rows = '<p>今天天气很好</p>'.repeat(3000);
    expect(diagnosisOf(`<h1>支付成功</h1>${rows}<p>支付失败</p>`)).toBe('nothing');
    expect(readBody(`<h1>支付成功</h1>${rows}<p>支付失败</p>`).success).toBe(true);
  });

  it('and a message at the end of a very large page are both found', () => {
    const rows = '<div><p>今天天气很好</p><p>订单已发货</p></div>'.repeat(4000);
    expect(diagnosisOf(`${rows}<div class="am-toast">发卡行拒绝了这笔交易</div>`)).toBe('bank-declined');
  });
});

describe('reading once', () => {
  it('gives a finding with the host and the time, or null', () => {
    put('<div class="error-tip"><p>发卡行拒绝了这笔交易</p></div>');
    expect(readOnce(table, gate)).toMatchObject({
      type: 'found',
      finding: { diagnosis: 'bank-declined', certainty: 'likely', host: location.hostname },
      said: '发卡行拒绝了这笔交易',
    });
    put('<p>今天天气很好</p>');
    expect(readOnce(table, gate)).toBeNull();
    put('<h1>支付成功</h1><p>支付失败怎么办</p>');
    expect(readOnce(table, gate)).toEqual({ type: 'paid', at: expect.any(Number) as number });
  });
});

describe('the lines around a message', () => {
  const filler = `<div>${'今天天气很好。'.repeat(200)}</div>`;
  const page = (depth: number) =>
    `${filler}<section>${'<div>'.repeat(depth)}<div class="error-tip"><p>支付失败</p></div>${'</div>'.repeat(depth)}<p>银行卡余额不足</p></section>`;

  it('belong to it where they stand in its box', () => {
    expect(verdictOf(page(0))?.diagnosis).toBe('insufficient-funds');
  });

  it('do not where the box is far', () => {
    expect(verdictOf(page(4))?.diagnosis).toBe('unknown-failure');
  });
});
