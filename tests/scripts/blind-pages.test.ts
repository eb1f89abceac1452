import { describe, expect, it } from 'vitest';
import { blindVerdict, kindOf, servedAs, tableOf } from '../../scripts/accuracy/blind-pages.ts';

describe('blind pages', () => {
  it('are compared with what their author expects', () => {
    const page = { expected: 'bank-declined', also: ['unknown-failure'] };
    expect(blindVerdict(page, 'bank-declined')).toBe('right');
    expect(blindVerdict(page, 'unknown-failure')).toBe('acceptable');
    expect(blindVerdict(page, 'card-expired')).toBe('wrong');
    expect(blindVerdict(page, null)).toBe('missed');
    expect(blindVerdict({ expected: null }, null)).toBe('silent');
    expect(blindVerdict({ expected: null }, 'bank-declined')).toBe('false alarm');
  });

  it('are grouped by the beginning of their ids', () => {
    expect(kindOf('r1-f-004')).toBe('f');
    expect(kindOf('dialog-fail-04')).toBe('dialog-fail');
    expect(kindOf('other')).toBe('other');
  });

  it('are served as what they are', () => {
    expect(servedAs('<p>x</p>').type).toBeUndefined();
    expect(servedAs('{"success":false}').type).toContain('application/json');
    expect(servedAs('fail').type).toContain('text/plain');
  });

  it('are counted', () => {
    const answer = { id: 'a-1', kind: 'a', expected: [], diagnosis: null, certainty: '', code: '', evidence: [] };
    const table = tableOf(
      [
        { ...answer, verdict: 'silent' },
        { ...answer, verdict: 'false alarm' },
      ],
      (one) => one.kind,
    );
    expect(table.split('\n').at(-1)!.trim().split(/\s+/)).toEqual(['all', '0', '0', '0', '0', '1', '1']);
  });
});
