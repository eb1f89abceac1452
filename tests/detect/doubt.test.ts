// @vitest-environment happy-dom
/** An error box in words that nobody listed: told as a doubt, which is no sighting. */
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
    ['a dialog', `<div role="dialog"><p>${NEW_WORDS}</p><button>好</button></div>`],
    ['a remark at a field', `<form><label>卡号 <input></label><div role="alert">${NEW_WORDS}</div></form>`],
  ])('is none in %s', (_, html) => {
    expect(readingOf(html).doubts).toEqual([]);
  });
});
