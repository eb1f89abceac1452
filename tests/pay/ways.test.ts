import { describe, expect, it } from 'vitest';
import type { Person } from '../../lib/pay/alternatives.ts';
import { holdable, waysFor } from '../../lib/pay/ways.ts';
import file from '../../lib/library/alternatives.json';
import { alternatives } from '../../lib/library/alternatives.ts';
import { readLibrary } from '../../lib/library/read.ts';
import type { DiagnosisId } from '../../lib/library/schema.ts';

const data = alternatives.parse(file);
const library = readLibrary();
const VISITOR: Person = { stay: 'visitor', country: null, holds: [] };
const ways = (diagnosis: DiagnosisId, person: Partial<Person> = {}, host = '') =>
  waysFor(data, { ...VISITOR, ...person }, { ...library.diagnoses.find((one) => one.id === diagnosis)!, host });
const order = (...given: Parameters<typeof ways>) => ways(...given).map((one) => one.id);

describe('ways after a failure', () => {
  it.each(library.diagnoses.map((one) => one.id))(
    'after %s are those the diagnosis names, or like them',
    (diagnosis) => {
      const { visitor, resident } = library.diagnoses.find((one) => one.id === diagnosis)!.alternatives;
      const LIKE: Record<string, string> = {
        tenpaygo: 'weixin-pay',
        'paypal-weixin': 'weixin-pay',
        'unionpay-card': 'other-network-card',
      };
      const everything = { country: 'US', holds: data.wallets.list.map((one) => one.id) };
      for (const stay of ['visitor', 'resident', 'unknown'] as const)
        for (const id of order(diagnosis, { ...everything, stay }))
          expect([...visitor, ...resident]).toContain(LIKE[id] ?? id);
      expect(order(diagnosis, everything).length > 0).toBe(visitor.length > 0);
    },
  );

  it.each([
    ['tenpaygo', 'weixin-pay'],
    ['paypal-weixin', 'weixin-pay'],
    ['unionpay-card', 'other-network-card'],
  ])('offer %s where a diagnosis names %s, and nowhere else', (id, like) => {
    for (const one of library.diagnoses) {
      const { visitor, resident } = one.alternatives;
      const offered = order(one.id, { country: 'US', holds: [id], stay: 'resident' });
      expect(offered.includes(id), one.id).toBe([...visitor, ...resident].some((way) => way === like || way === id));
    }
  });

  it('asks whether one holds these, in this order', () => {
    expect(holdable(data).ways).toEqual(['weixin-pay', 'other-network-card', 'unionpay-card', 'chinese-account-card']);
  });

  it('never advise another card in Alipay where the shop takes none from abroad, or Alipay has to be satisfied first', () => {
    for (const diagnosis of ['foreign-card-not-accepted', 'identity-unverified', 'account-restricted'] as const) {
      expect(order(diagnosis, { holds: ['unionpay-card'] })).not.toContain('unionpay-card');
      expect(order(diagnosis)).not.toContain('other-network-card');
    }
    expect(order('bank-declined', { holds: ['unionpay-card'] })[0]).toBe('unionpay-card');
  });

  it('take up a Chinese account for residents, and for visitors only if they have one', () => {
    expect(order('bank-declined', { stay: 'resident' })[0]).toBe('chinese-account-card');
    expect(order('bank-declined')).not.toContain('chinese-account-card');
    expect(order('bank-declined', { holds: ['chinese-account-card'] })[0]).toBe('chinese-account-card');
    expect(order('bank-declined', { stay: 'unknown' })).toContain('chinese-account-card');
  });

  it('begin with what works on websites where the failure stood on one', () => {
    const typed = order('bank-declined', { country: 'KR' });
    const onPage = ways('bank-declined', { country: 'KR' }, 'cashier.alipay.com');
    expect(typed[0]).toBe('home-wallet');
    const online = onPage.map((one) => one.places.includes('online'));
    expect(online).toEqual([...online].sort((a, b) => Number(b) - Number(a)));
    expect(online[0]).toBe(true);
    expect(onPage.map((one) => one.id).sort()).toEqual([...typed].sort());
  });

  it('warn of the same bank only where the bank refused, and lead round Alipay where Alipay did', () => {
    const why = (diagnosis: DiagnosisId) => ways(diagnosis).find((one) => one.id === 'weixin-pay')!.why;
    expect(why('bank-declined')).toContain('same-bank-may-refuse');
    expect(why('identity-unverified')).not.toContain('same-bank-may-refuse');
    expect(order('identity-unverified')[0]).toBe('weixin-pay');
  });
});

it('offers to hold only what the ranking knows', () => {
  const { ways: held, wallets } = holdable(data);
  expect(held.length).toBeGreaterThan(2);
  for (const id of held)
    expect(
      ways('bank-declined', { holds: [id] })
        .filter((one) => one.held)
        .map((one) => one.id),
    ).toEqual([id]);
  for (const { id } of wallets) expect(order('bank-declined', { holds: [id] })[0]).toBe('home-wallet');
});
