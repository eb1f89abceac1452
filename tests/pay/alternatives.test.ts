import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankAlternatives, type Person, type Situation } from '../../lib/pay/alternatives.ts';
import en from '../../lib/i18n/locales/en/alternatives.json';
import zh from '../../lib/i18n/locales/zh-CN/alternatives.json';
import file from '../../lib/library/alternatives.json';
import { alternatives } from '../../lib/library/alternatives.ts';
import sources from '../../lib/library/sources.json';

const data = alternatives.parse(file);
const ids = data.ways.map((one) => one.id);
const rank = (person: Partial<Person> = {}, situation: Partial<Situation> = {}) =>
  rankAlternatives(
    data,
    { stay: 'visitor', country: null, holds: [], ...person },
    { place: 'unknown', stoppedBy: 'unknown', ...situation },
  );
const order = (person?: Partial<Person>, situation?: Partial<Situation>) =>
  rank(person, situation).map((one) => one.id);

const anyPerson = fc.record({
  stay: fc.constantFrom('visitor' as const, 'resident' as const, 'unknown' as const),
  country: fc.option(fc.oneof(fc.constantFrom('KR', 'RU', 'US', 'DE', 'hk'), fc.string())),
  holds: fc.array(fc.oneof(fc.constantFrom(...ids, ...data.wallets.list.map((one) => one.id)), fc.string())),
});
const anySituation = fc.record({
  place: fc.constantFrom('shop' as const, 'personal-code' as const, 'online' as const, 'unknown' as const),
  stoppedBy: fc.constantFrom('bank' as const, 'alipay' as const, 'shop' as const, 'unknown' as const),
});

describe('the data', () => {
  it('names sources that exist', () => {
    for (const one of [...data.ways, data.wallets, data.cardsDead])
      for (const id of one.sources) expect(Object.keys(sources)).toContain(id);
  });
  it('has words for every way and reason in both languages, and no others', () => {
    const reasons = new Set([
      'you-have-it',
      'from-your-country',
      'same-bank-may-refuse',
      'cards-dead',
      ...data.ways.flatMap((one) => one.why),
    ]);
    const keys = [
      'title',
      'wallets',
      'checked',
      ...ids.flatMap((id) => [`way.${id}`, `how.${id}`]),
      ...[...reasons].map((id) => `why.${id}`),
    ];
    expect(Object.keys(en).sort()).toEqual(keys.sort());
    expect(Object.keys(zh)).toEqual(Object.keys(en));
  });
});

describe('rankAlternatives', () => {
  it('gives a Korean visitor the wallets from home first, by name', () => {
    const [first] = rank({ country: 'KR' });
    expect(first).toMatchObject({ id: 'home-wallet', wallets: ['Kakao Pay', 'Naver Pay', 'Toss'], held: false });
    expect(first!.why).toContain('from-your-country');
  });
  it('offers a wallet from home only where there is one, or to those who have one', () => {
    expect(order({ country: 'DE' })).not.toContain('home-wallet');
    expect(rank({ country: 'DE', holds: ['alipayhk'] })[0]).toMatchObject({
      id: 'home-wallet',
      wallets: ['AlipayHK'],
      held: true,
    });
  });
  it('gives residents the Chinese account first and visitors hardly', () => {
    expect(order({ stay: 'resident' })[0]).toBe('chinese-account-card');
    expect(order().at(-2)).toBe('chinese-account-card');
    // What makes it poor for visitors is the opening, not the card.
    expect(order({ holds: ['chinese-account-card'] })[0]).toBe('chinese-account-card');
  });
  it('does not send people back to the bank that just refused', () => {
    const afterBank = order({}, { stoppedBy: 'bank' });
    expect(afterBank[0]).toBe('other-network-card');
    expect(afterBank.indexOf('cash')).toBeLessThan(afterBank.indexOf('weixin-pay'));
    expect(rank({}, { stoppedBy: 'bank' }).find((one) => one.id === 'weixin-pay')!.why).toContain(
      'same-bank-may-refuse',
    );
  });
  it('leads round Alipay when Alipay stopped it', () => {
    expect(order({}, { stoppedBy: 'alipay' })[0]).toBe('weixin-pay');
    expect(order({ country: 'MY' }, { stoppedBy: 'alipay' })[0]).toBe('home-wallet');
  });
  it('names for a personal code only what a small seller can take', () => {
    expect(order({}, { place: 'personal-code' })).toEqual(['cash', 'chinese-account-card']);
  });
  it('names nothing for a website that needs a till', () => {
    for (const id of order({ country: 'US' }, { place: 'online' }))
      expect(['cash', 'home-wallet', 'paypal-weixin', 'tour-card']).not.toContain(id);
  });
  it('offers no dead cards', () => {
    const russia = order({ country: 'RU' });
    for (const id of ['weixin-pay', 'physical-card', 'nihao-china', 'tenpaygo', 'tour-card'])
      expect(russia).not.toContain(id);
    expect(russia).toContain('cash');
    expect(order({ country: 'RU', holds: ['unionpay-card'] })[0]).toBe('unionpay-card');
  });
  it('offers PayPal to people from the US only, and a UnionPay card only to those who have one', () => {
    expect(order({ country: 'US' })).toContain('paypal-weixin');
    expect(order({ country: 'FR' })).not.toContain('paypal-weixin');
    expect(order()).not.toContain('unionpay-card');
  });
  it('reads a country in any case and takes a visitor for granted', () => {
    expect(order({ country: 'kr' })).toEqual(order({ country: 'KR' }));
    expect(order({ stay: 'unknown' })).toEqual(order());
  });
  it('keeps the Tour Card last for everybody, and never throws', () => {
    fc.assert(
      fc.property(anyPerson, anySituation, (person, situation) => {
        const ways = rankAlternatives(data, person, situation);
        expect(new Set(ways.map((one) => one.id)).size).toBe(ways.length);
        const at = ways.findIndex((one) => one.id === 'tour-card');
        if (at >= 0) expect(at).toBe(ways.length - 1);
      }),
    );
  });
  it('leaves nobody at a till without any way', () => {
    fc.assert(
      fc.property(
        anyPerson,
        (person) => rankAlternatives(data, person, { place: 'shop', stoppedBy: 'unknown' }).length >= 2,
      ),
    );
  });
  it('what one has already never moves down', () => {
    fc.assert(
      fc.property(anyPerson, anySituation, fc.constantFrom(...ids), (person, situation, id) => {
        const before = rankAlternatives(data, person, situation).findIndex((one) => one.id === id);
        const after = rankAlternatives(data, { ...person, holds: [...person.holds, id] }, situation).findIndex(
          (one) => one.id === id,
        );
        if (before >= 0) expect(after >= 0 && after <= before).toBe(true);
      }),
    );
  });
});
