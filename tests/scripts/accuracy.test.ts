import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measure, violations } from '../../scripts/accuracy.ts';
import {
  type Answer,
  type Outcome,
  type Sample,
  confusionsOf,
  figuresOf,
  hasWrongCode,
  isOverSure,
  isWrongFact,
  unseenRules,
  verdictOf,
} from '../../scripts/accuracy/figures.ts';
import { type Report, asJson, asMarkdown, asText } from '../../scripts/accuracy/report.ts';
import { only, scriptOf } from '../../scripts/accuracy/samples.ts';
import { ROOT, UserError } from '../../scripts/cli.ts';

const sample = (change: Partial<Sample> = {}): Sample => ({
  set: 'pages',
  id: 'one',
  lang: 'zh-CN',
  kind: 'dialog',
  expected: 'order-closed',
  accept: [],
  allowed: 'likely',
  code: '',
  ...change,
});
const answer = (diagnosis: string, change: Partial<Answer> = {}): Answer => ({
  diagnosis,
  certainty: 'likely',
  code: '',
  because: [`${diagnosis}/rule`],
  ...change,
});
const ORDER = ['order-closed', 'already-paid', 'unknown-failure'];

const RIGHT: Outcome = { sample: sample(), answer: answer('order-closed') };
const ACCEPTED: Outcome = { sample: sample({ accept: ['already-paid'] }), answer: answer('already-paid') };
const WRONG: Outcome = { sample: sample({ lang: 'en' }), answer: answer('already-paid'), others: ['order-closed'] };
const MISSED: Outcome = { sample: sample(), answer: null };
const ALARM: Outcome = { sample: sample({ expected: null }), answer: answer('already-paid') };
const SILENT: Outcome = { sample: sample({ expected: null }), answer: null };
const ALL = [RIGHT, ACCEPTED, WRONG, MISSED, ALARM, SILENT];

const report = (outcomes: Outcome[]): Report => ({
  date: '2026-11-22',
  browser: 'Chromium 1',
  sets: { pages: figuresOf(outcomes, ORDER) },
  confusions: confusionsOf(outcomes),
  outcomes,
  withoutHint: [],
  unseenRules: [],
});

describe('the judgement of one sample', () => {
  it.each([
    ['right', RIGHT],
    ['right', ACCEPTED],
    ['wrong', WRONG],
    ['missed', MISSED],
    ['false alarm', ALARM],
    ['silent', SILENT],
  ])('is %s', (verdict, outcome) => {
    expect(verdictOf(outcome)).toBe(verdict);
  });

  it('calls an answer over-sure only where it is surer than the sample allows', () => {
    const told = (certainty: Answer['certainty'], allowed: Sample['allowed']): Outcome => ({
      sample: sample({ allowed }),
      answer: answer('order-closed', { certainty }),
    });
    expect(isOverSure(told('exact', 'likely'))).toBe(true);
    expect(isOverSure(told('likely', 'unsure'))).toBe(true);
    expect(isOverSure(told('likely', 'likely'))).toBe(false);
    expect(isOverSure(told('unsure', 'exact'))).toBe(false);
    expect(isOverSure(told('exact', null))).toBe(false);
  });

  it('compares the code only where the sample says what is printed', () => {
    const told = (code: string, printed: string | null): Outcome => ({
      sample: sample({ code: printed }),
      answer: answer('order-closed', { code }),
    });
    expect(hasWrongCode(told('ALI64', 'ALI64'))).toBe(false);
    expect(hasWrongCode(told('', 'ALI64'))).toBe(true);
    expect(hasWrongCode(told('ALI64', ''))).toBe(true);
    expect(hasWrongCode(told('ALI64', null))).toBe(false);
  });

  it('knows what was wrong and told as a fact', () => {
    const exact = (outcome: Outcome): Outcome => ({ ...outcome, answer: { ...outcome.answer!, certainty: 'exact' } });
    expect([RIGHT, WRONG, ALARM, MISSED].map(isWrongFact)).toEqual([false, false, false, false]);
    expect([exact(RIGHT), exact(WRONG), exact(ALARM)].map(isWrongFact)).toEqual([false, true, true]);
  });
});

describe('the figures', () => {
  it('count every outcome once, and who was named wrongly', () => {
    const figures = figuresOf(ALL, ORDER);
    expect(figures).toMatchObject({
      cases: 6,
      failing: 4,
      innocent: 2,
      right: 2,
      wrong: 1,
      missed: 1,
      falseAlarms: 1,
      saidOfOthers: 1,
      rightLater: 1,
    });
    expect(figures.byDiagnosis['order-closed']).toMatchObject({
      cases: 4,
      right: 2,
      wrong: 1,
      missed: 1,
      falseAlarms: 0,
      saidOfOthers: 0,
    });
    expect(figures.byDiagnosis['already-paid']).toMatchObject({ cases: 0, falseAlarms: 1, saidOfOthers: 1 });
    expect(Object.keys(figures.byLanguage)).toEqual(['zh-CN', 'en']);
    expect(figures.byLanguage['zh-CN']).toMatchObject({ cases: 5, innocent: 2, falseAlarms: 1 });
  });

  it('list what is taken for what, the most frequent first', () => {
    expect(
      confusionsOf([...ALL, MISSED]).map(({ expected, told, outcomes }) => [expected, told, outcomes.length]),
    ).toEqual([
      ['order-closed', null, 2],
      [null, 'already-paid', 1],
      ['order-closed', 'already-paid', 1],
    ]);
    expect(confusionsOf([RIGHT, SILENT])).toEqual([]);
  });

  it('name the rules that no right answer rests on', () => {
    expect(unseenRules([RIGHT, WRONG], ['order-closed/rule', 'already-paid/rule'])).toEqual(['already-paid/rule']);
  });
});

describe('the report', () => {
  it('names every false alarm and every wrong fact, and nothing else, as a violation', () => {
    const fact: Outcome = { ...WRONG, answer: answer('already-paid', { certainty: 'exact' }) };
    expect(violations({ outcomes: [RIGHT, WRONG, MISSED, SILENT] })).toEqual([]);
    expect(violations({ outcomes: [ALARM, fact] })).toEqual([
      expect.stringContaining('false alarm: one: already-paid'),
      expect.stringContaining('wrong: one: already-paid (exact)'),
    ]);
  });

  it('says the same in all its forms', () => {
    const one = report(ALL);
    for (const text of [asText(one), asMarkdown(one)]) {
      expect(text).toContain(
        '2 of 4 failures right (50.0 %), 1 wrong (1 with the right one further down), 1 missed; 1 false alarms on 2 innocent ones',
      );
      expect(text).toContain('order-closed → nothing: 1');
      expect(text).toContain('Chromium 1');
    }
    expect(asMarkdown(one)).toContain('| order-closed | 4 | 2 | 1 | 1 | 0 | 0 |');
    expect(JSON.parse(asJson(one))).toMatchObject({
      sets: { pages: { right: 2 } },
      falseAlarms: [{ id: 'one' }],
      missed: [{ expected: 'order-closed' }],
      wrong: [{ answer: { diagnosis: 'already-paid' } }],
    });
  });

  it('keeps a bar in a text from breaking a Markdown table', () => {
    expect(asMarkdown(report([{ ...MISSED, sample: sample({ set: 'texts', id: 'a|b' }) }]))).toContain('a\\|b');
  });
});

describe('the samples', () => {
  it('are told apart by script where they name no language', () => {
    expect(['余额不足', '餘額不足', '残高不足です', '잔액 부족', 'No funds'].map(scriptOf)).toEqual([
      'zh-CN',
      'zh-Hant',
      'ja',
      'ko',
      'Latin script',
    ]);
  });

  it('are chosen by a word in id or diagnosis', () => {
    const samples = [
      { id: 'A b', expected: 'order-closed' },
      { id: 'c', expected: null },
    ];
    expect(only(samples, 'a B')).toEqual([samples[0]]);
    expect(only(samples, 'CLOSED')).toEqual([samples[0]]);
    expect(only(samples, 'innocent')).toEqual([samples[1]]);
    expect(only(samples, '')).toEqual(samples);
  });

  it('are all read by the lookup, and no text of an ordinary page gets an alarm', async () => {
    const measured = await measure({ texts: true });
    expect(measured.sets.pages).toBeUndefined();
    expect(measured.sets.texts!.cases).toBeGreaterThan(300);
    expect(measured.sets.texts!.innocent).toBeGreaterThan(50);
    expect(measured.sets.sentences!.cases).toBeGreaterThan(200);
    expect(violations(measured)).toEqual([]);
  });

  it('refuse a word that none of them has', async () => {
    await expect(measure({ texts: true, only: 'no such sample' })).rejects.toThrow(UserError);
  });
});

describe('the command', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', join(ROOT, 'scripts', 'accuracy.ts'), ...args], {
      cwd: ROOT,
      encoding: 'utf8',
    });
  it('prints one line of JSON', () => {
    const { stdout, status } = run('--texts', '--json', '--only', 'card-expired');
    expect(status).toBe(0);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(Object.keys(JSON.parse(stdout).sets.texts.byDiagnosis)).toEqual(['card-expired']);
  });
  it.each([[['--nope']], [['--texts', '--write']], [['--only', 'no such sample', '--texts']]])(
    'ends with 2 and one sentence for %s',
    (args) => {
      const { stdout, stderr, status } = run(...args);
      expect([status, stdout, stderr.trimEnd().split('\n').length]).toEqual([2, '', 1]);
    },
  );
});
