import { describe, expect, it } from 'vitest';
import { table } from '../../scripts/test.ts';
import { countTests } from '../../scripts/test-stages.ts';

const file = (status: string, ...tests: string[]) => ({
  name: 'tests/a.test.ts',
  status,
  assertionResults: tests.map((one) => ({ status: one })),
});
const count = (files: ReturnType<typeof file>[], code = 0) => {
  const { passed, failed } = countTests({ success: code === 0, testResults: files }, code);
  return [passed, failed];
};

describe('counting tests', () => {
  it('sums over files', () => {
    expect(count([file('passed', 'passed', 'passed'), file('passed', 'passed')])).toEqual([3, 0]);
    expect(count([file('failed', 'passed', 'failed')], 1)).toEqual([1, 1]);
  });

  it('takes nothing for a success that is none', () => {
    expect(count([])).toEqual([0, 1]);
    expect(count([file('passed', 'passed', 'skipped')])).toEqual([1, 1]);
    expect(count([file('passed', 'todo')])).toEqual([0, 1]);
    expect(count([file('failed', 'passed')], 1)).toEqual([1, 1]);
    expect(count([file('failed')], 1)).toEqual([0, 1]);
    expect(count([file('passed', 'passed')], 1)).toEqual([1, 1]);
    expect(countTests(null, 1)).toMatchObject({ passed: 0, failed: 1 });
    expect(countTests(null, 0)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('the table of stages', () => {
  it('keeps its columns apart', () => {
    const row = (name: string, seconds: number, passed: number, failed: number) => ({
      name,
      seconds,
      passed,
      failed,
      output: '',
      result: failed ? 'failed' : 'passed',
    });
    expect(table([row('types', 6.25, 1, 0), row('unit', 100, 1234, 2)])).toBe(
      [
        'stage  seconds  passed  failed  result',
        '-----  -------  ------  ------  ------',
        'types      6.3       1       0  passed',
        'unit     100.0    1234       2  failed',
      ].join('\n'),
    );
  });
});
