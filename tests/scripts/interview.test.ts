import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, UserError } from '../../scripts/cli.ts';
import { interviewReport, loadModel } from '../../scripts/interview.ts';

const model = loadModel();
const report = (input: unknown) => interviewReport(model, input);
const run = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', join(ROOT, 'scripts', 'interview.ts'), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });

describe('interviewReport', () => {
  it('ranks all causes and asks the first question', () => {
    const { causes, next } = report({});
    expect(causes).toHaveLength(27);
    expect(causes.reduce((sum, one) => sum + one.probability, 0)).toBeCloseTo(1, 9);
    expect(next).toMatchObject({ question: 'message-words' });
    expect(next!.answers.at(-1)).toBe('dont-know');
  });
  it('writes what speaks for and against as question/answer', () => {
    const { causes } = report({ 'code-kind': 'personal-code', tells: ['bank-saw-nothing'] });
    expect(causes[0]).toMatchObject({
      diagnosis: 'foreign-card-not-accepted',
      for: ['code-kind/personal-code', 'tells/bank-saw-nothing'],
    });
  });
  it('takes a finding, likely unless said otherwise', () => {
    expect(report({ finding: 'order-closed' })).toEqual(report({ finding: 'order-closed', certainty: 'likely' }));
    const exact = report({ finding: 'order-closed', certainty: 'exact' });
    expect(exact.causes[0]).toMatchObject({ diagnosis: 'order-closed', level: 'most-likely' });
    expect(exact.next).toBeNull();
    expect(report({ finding: 'unknown-failure' })).toEqual(report({}));
  });
  it('takes a code, which speaks where the page named no cause', () => {
    expect(report({ code: 'alin10023' }).causes[0]).toMatchObject({
      diagnosis: 'account-mismatch',
      for: ['finding/account-mismatch'],
    });
    expect(report({ code: 'ALIN10023', finding: 'unknown-failure' })).toEqual(report({ code: 'ALIN10023' }));
    expect(report({ code: 'NO-SUCH-CODE' })).toEqual(report({}));
  });
  it('takes one tell as well as a list', () => {
    expect(report({ tells: 'bank-limit' })).toEqual(report({ tells: ['bank-limit'] }));
  });
  it.each<[string, unknown, string]>([
    ['a list', [], 'JSON object'],
    ['null', null, 'JSON object'],
    ['an unknown question', { shoe: 'big' }, 'Unknown question "shoe". Known: message-words'],
    ['an unknown answer', { vpn: 'maybe' }, 'Unknown answer "maybe" to "vpn". Known: yes, no, dont-know'],
    ['an answer that is no text', { vpn: true }, 'Unknown answer "true" to "vpn"'],
    ['an unknown finding', { finding: 'bad-luck' }, 'Unknown finding "bad-luck". Known: identity-unverified'],
    [
      'an unknown certainty',
      { finding: 'order-closed', certainty: 'sure' },
      'Unknown certainty "sure". Known: exact, likely, unsure',
    ],
    [
      'an unknown word of the bank',
      { tells: ['bank-limit', 'bank-moon'] },
      'Unknown "tells" "bank-moon". Known: bank-saw-nothing',
    ],
    ['a code that is no text', { code: 51 }, '"code" must be a text'],
  ])('refuses %s in one sentence', (_, input, sentence) => {
    expect(() => report(input)).toThrow(UserError);
    expect(() => report(input)).toThrow(sentence);
  });
});

describe('the command', () => {
  it('prints one line of JSON, and {} stands for no argument', () => {
    const bare = run('--json');
    expect(bare.stderr).toBe('');
    expect(bare.status).toBe(0);
    expect(bare.stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(bare.stdout)).toEqual(JSON.parse(JSON.stringify(report({}))));
    expect(run('--json', '{"card-kind": "prepaid"}').stdout).toBe(
      `${JSON.stringify(report({ 'card-kind': 'prepaid' }))}\n`,
    );
  });
  it('prints a short text for people', () => {
    const { stdout, status } = run('{"vpn": "yes"}');
    expect(status).toBe(0);
    expect(stdout).toContain("We can't tell yet");
    expect(stdout).toContain('What did the failure message speak about?');
  });
  it.each([['{bad'], ['{"vpn": "maybe"}'], ['--unknown']])('ends with 2 and one sentence for %s', (argument) => {
    const { stdout, stderr, status } = run('--json', argument);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});
