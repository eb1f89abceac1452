/** A decline code inside a sentence says its cause; other numbers say nothing. */
import { describe, expect, it } from 'vitest';
import { declineCodeIn } from '../../../lib/understand/plain/decline-code.ts';
import { shippedReaders } from '../../../scripts/shipped-readers.ts';

const { lookup } = shippedReaders();

describe('a decline code in a sentence', () => {
  it.each([
    ['51', 'The agent at my bank read me the decline code 51.'],
    ['54', 'my bank says the response was 54'],
    ['62', 'They gave me reason code 62 over the phone'],
    ['51', 'Die Bank nennt den Ablehnungscode 51'],
    ['61', 'la banque parle d’un code refus 61'],
    ['57', '拒否コード 57 とカード会社に言われた'],
    ['51', '银行说拒付代码是51'],
    ['51', 'банк назвал код отказа 51'],
    ['1A', 'Issuer response code: 1A'],
  ])('is %s in: %s', (code, text) => {
    expect(declineCodeIn(text)).toBe(code);
  });

  it.each([
    'verification code 51 from my bank',
    'my bank says it was not code 51',
    'the bank took code 51 yuan',
    'promo code 20 at my bank',
    'code 51',
    '银行验证码51',
    'the bank has been closed for 51 days',
    'reason code 5100',
    'your bank refused it; the agent may name code 51',
    'if the bank says decline code 51, ask for the limit',
  ])('is none in: %s', (text) => {
    expect(declineCodeIn(text)).toBe(null);
  });

  it('says more than the word beside it, and less than money or a cause in words', () => {
    expect(lookup('The agent at my bank read me the decline code 51.')[0]).toMatchObject({
      diagnosis: 'insufficient-funds',
      certainty: 'likely',
    });
    expect(lookup('I was charged twice, my bank says code 51')[0]?.diagnosis).toBe('outcome-unknown');
    expect(lookup('The bank refused this kind of merchant, response code 57')[0]?.diagnosis).toBe(
      'bank-blocks-merchant-category',
    );
  });
});
