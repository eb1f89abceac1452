/** What the second look puts aside, made of the shipped files: never what says that money may be gone. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../lib/messages.ts';
import { createSecondLook } from '../../lib/understand/load-readers.ts';
import { NO_FAILURE } from '../../lib/understand/second-look.ts';

const look = await createSecondLook();
const bare = (kind: 'structure' | 'family'): Finding => ({
  diagnosis: 'unknown-failure',
  certainty: 'unsure',
  code: '',
  host: 'mclient.alipay.com',
  at: 1,
  evidence: [{ kind, rule: 'unknown-failure/bare', quote: 'x', place: 'alert' }],
});

describe('the second look', () => {
  it('puts aside what asks to wait, and keeps it where the money may be gone', () => {
    expect(look(bare('structure'), '请勿关闭页面\n正在连接银行')).toEqual(NO_FAILURE);
    expect(look(bare('structure'), '请勿关闭页面\n扣款结果还没有回来,钱可能已经扣了')).toMatchObject({
      diagnosis: 'outcome-unknown',
    });
  });

  it('keeps what known words call a failure, unless they set a condition', () => {
    expect(look(bare('family'), '选择付款方式\n本次付款失败,没有扣款')).not.toEqual(NO_FAILURE);
    expect(look(bare('family'), '如果付款失败,请联系客服')).toEqual(NO_FAILURE);
  });
});
