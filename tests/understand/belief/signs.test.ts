import { describe, expect, it } from 'vitest';
import { compileDetectTable } from '../../../lib/library/compile.ts';
import { readLibrary } from '../../../lib/library/read.ts';
import { makeSigns } from '../../../lib/understand/belief/signs.ts';

const heard: string[] = [];
const signs = makeSigns(compileDetectTable(readLibrary()), {
  causes: (text) => (heard.push(text), new Map([['none', text.includes('declined') ? 0.05 : 0.95]])),
});

describe('how a box says what it says', () => {
  it('is told of its length and of what the learned reader hears in its lines', () => {
    expect(signs('Payment declined\nTry another card')).toEqual(
      expect.arrayContaining(['lines 2', 'first heard 3', 'last heard 0', 'all heard 3']),
    );
    expect(heard).toEqual(['Payment declined', 'Try another card', 'Payment declined\nTry another card']);
  });

  it('tells a report from a condition in the same words', () => {
    const report = signs('Your bank declined the payment');
    const rule = signs('If your bank declines, the payment will be declined');
    expect(report).toContain('first no before');
    expect(rule).toContain('first before');
    expect(report).toContain('failed 1 unreal 0');
    expect(rule).toContain('failed 1 unreal 1');
  });

  it('tells the first line from the later ones', () => {
    expect(signs('支付失败\n要换一张卡吗？')).toEqual(expect.arrayContaining(['first trouble', 'later question']));
    expect(signs('要换一张卡吗？\n支付失败')).toEqual(expect.arrayContaining(['later trouble', 'first question']));
  });

  it('is the same each time, and of any text', () => {
    for (const text of ['', '\n\n', '🙂', '付'.repeat(500), '如果支付失败']) expect(signs(text)).toEqual(signs(text));
  });
});
