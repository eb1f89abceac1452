// @vitest-environment happy-dom
/** What may be a failure in words that nobody listed: told as a doubt, which is no sighting. */
import { describe, expect, it } from 'vitest';
import { makePageReader, readPart } from '../../lib/detect/read-page.ts';
import { stubLayout } from './page-stub.ts';
import { gate, table } from './shipped.ts';

stubLayout();
const reader = makePageReader(table);
function readingOf(html: string) {
  document.body.innerHTML = html;
  return readPart(document.body, reader, gate);
}
/** Words with an anchor of the library, which no family fits. */
const NEW_WORDS = '银行迟迟没有答复这张卡的请求';
const box = (text: string): string => `<div role="alert"><p>${text}</p></div>`;

describe('an error box in unknown words', () => {
  it('is a doubt and no sighting', () => {
    const { sightings, doubts } = readingOf(box(NEW_WORDS));
    expect(sightings).toEqual([]);
    expect(doubts).toMatchObject([{ doubtful: true, spot: { place: 'alert' } }]);
    expect(doubts[0]!.reasons).toMatchObject([{ diagnosis: 'unknown-failure', certainty: 'unsure', quote: NEW_WORDS }]);
  });

  it('is none where something known is said beside it, or a success', () => {
    expect(readingOf(box(NEW_WORDS) + box('付款失败，银行拒绝了本次交易')).doubts).toEqual([]);
    expect(readingOf(`${box(NEW_WORDS)}<h1>支付成功</h1>`).doubts).toEqual([]);
  });

  it.each([
    ['a question', box('银行迟迟没有答复这张卡的请求？')],
    ['a condition', box('如果银行迟迟没有答复这张卡的请求')],
    ['a scrap', box('银行卡')],
    ['plain text', `<p>${NEW_WORDS}</p>`],
    ['a dialog that asks for consent', `<div role="dialog"><p>${NEW_WORDS}</p><button>同意并继续</button></div>`],
    ['a remark at a field', `<form><label>卡号 <input></label><div role="alert">${NEW_WORDS}</div></form>`],
  ])('is none in %s', (_, html) => {
    expect(readingOf(html).doubts).toEqual([]);
  });
});

describe('other words that nobody listed', () => {
  const LOST = 'We lost the line to your bank and never got its answer for this payment.';

  it.each([
    ['a dialog', `<div role="dialog"><p>${NEW_WORDS}</p><button>好</button></div>`, 'dialog'],
    ['a toast', `<div class="van-toast"><div class="van-toast__text">${NEW_WORDS}</div></div>`, 'toast'],
    ['a short page that tells of trouble', `<main><p>${LOST}</p></main>`, 'result'],
    [
      'a short page that tells of an end',
      '<main><p>15분 안에 결제하지 않아 이 주문은 자동으로 취소되었습니다.</p></main>',
      'result',
    ],
  ])('are a doubt in %s', (_, html, place) => {
    const { sightings, doubts } = readingOf(html);
    expect(sightings).toEqual([]);
    expect(doubts).toMatchObject([{ doubtful: true, spot: { place } }]);
  });

  it('are none on a page that says much, or under the title of an explanation', () => {
    const much = '这家店卖各种各样的好东西。'.repeat(90);
    expect(readingOf(`<main><p>${LOST}</p><p>${much}</p></main>`).doubts).toEqual([]);
    expect(readingOf(`<main><h2>常见问题</h2><p>${LOST}</p></main>`).doubts).toEqual([]);
  });

  it('keep the known words of a failure that count for little where they stand', () => {
    const around = '<p>Cửa hàng phụ kiện máy ảnh ở Thượng Hải, giao trong hai ngày.</p>'.repeat(3);
    const { sightings, doubts } = readingOf(
      `<main><p>Thanh toán không thành công. Đơn hàng của bạn chưa được trả tiền.</p>${around}</main>`,
    );
    expect(sightings).toEqual([]);
    expect(doubts[0]?.reasons.map(({ kind }) => kind)).toContain('family');
    expect(doubts[0]?.reasons.every(({ diagnosis }) => diagnosis === 'unknown-failure')).toBe(true);
  });

  it('may stand at a field where they speak of the payment', () => {
    const form = (text: string): string => `<form><label>验证码 <input></label><div role="alert">${text}</div></form>`;
    expect(readingOf(form('您填的数字与我们发出的不一致，付款没有通过校验')).doubts).toHaveLength(1);
    expect(readingOf(form('您填的数字与我们发出的不一致')).doubts).toEqual([]);
  });
});
