import { describe, expect, it } from 'vitest';
import { compileInterview, DONT_KNOW, COUNTRY_QUESTION } from '../../lib/case/interview-model.ts';
import en from '../../lib/i18n/locales/en/interview.json';
import zh from '../../lib/i18n/locales/zh-CN/interview.json';
import script from '../../lib/library/call-script.json';
import issuers from '../../lib/library/issuers.json';
import data from '../../lib/library/questions.json';
import { questions, type QuestionsFile } from '../../lib/library/questions.ts';
import { DIAGNOSIS_IDS } from '../../lib/library/diagnosis-ids.ts';
import sources from '../../lib/library/sources.json';

/** The ids that links, call-script.json and outside tools use. */
const CONTRACT: Record<string, string[]> = {
  'bank-message': ['approve-request', 'blocked-or-declined', 'none'],
  'weixin-test': ['works', 'fails-too', 'not-tried'],
  'card-kind': ['credit', 'debit', 'prepaid', 'virtual', 'corporate'],
  'passport-verified': ['yes', 'no', 'pending'],
  'code-kind': ['merchant-code', 'personal-code', 'transfer', 'online-shop', 'mini-program'],
  amount: ['under-200', '200-3500', '3500-35000', 'over-35000'],
  'approval-step': ['seen-and-passed', 'seen-and-failed', 'expected-but-never-came', 'not-seen'],
  where: ['mainland', 'hong-kong-macau-taiwan', 'abroad'],
  'issuer-country': ['other'],
  history: ['first-payment', 'worked-before-here', 'worked-before-elsewhere', 'linking-failed'],
  vpn: ['yes', 'no'],
  'message-words': [
    'names-bank',
    'names-shop-or-foreign-card',
    'names-risk-or-security',
    'names-limit',
    'names-verification',
    'names-order-or-timeout',
    'nothing-named',
  ],
  attempts: ['one', 'few', 'many'],
};
const TELLS = [
  'bank-saw-nothing',
  'bank-fraud-hold',
  'bank-international-off',
  'bank-lifted',
  'bank-limit',
  'bank-3ds',
  'bank-category',
  'bank-card-status',
  'bank-says-alipay',
  'bank-insufficient',
  'bank-card-product',
  'bank-card-details',
];

const clone = (): QuestionsFile => structuredClone(data) as unknown as QuestionsFile;
const model = compileInterview(clone(), issuers);

describe('questions.json', () => {
  it('fits its schema', () => {
    expect(questions.safeParse(data).error).toBeUndefined();
  });
  it('keeps the ids others rely on', () => {
    for (const [question, answers] of Object.entries(CONTRACT)) {
      const found = data.questions.find((one) => one.id === question);
      expect(found, question).toBeDefined();
      expect(found!.answers, question).toEqual(expect.arrayContaining(answers));
    }
    expect(data.tells.map((one) => one.id)).toEqual(expect.arrayContaining(TELLS));
  });
  it('weighs every diagnosis but the unnamed failure', () => {
    expect(Object.keys(data.priors.causes).sort()).toEqual(DIAGNOSIS_IDS.filter((id) => id !== 'unknown-failure'));
  });
  it('names sources that exist', () => {
    const named = [
      ...data.priors.sources,
      ...data.questions.flatMap((one) => one.sources),
      ...data.tells.flatMap((one) => one.sources),
    ];
    for (const id of named) expect(Object.keys(sources)).toContain(id);
  });
  it('knows every habit of banks that issuers.json names', () => {
    const silent = ['contactless'];
    const named = new Set(Object.values(issuers).flatMap((one) => one.blocks as string[]));
    for (const id of named) expect([...Object.keys(data.habits), ...silent]).toContain(id);
  });
  it('understands what the answers of the call sheet tell of the cause', () => {
    // These say how a repeat went, not why the payment failed.
    const outcomes = /^(retry|shop-scan|shop-merchant-code)-/;
    const named = new Set(
      [...JSON.stringify(script).matchAll(/"tells":(\[[^\]]*\])/g)].flatMap((one) => JSON.parse(one[1]!) as string[]),
    );
    expect([...named].filter((id) => !outcomes.test(id) && !data.tells.some((one) => one.id === id))).toEqual([]);
  });
  it('has words for all of it in both languages, and no others', () => {
    const keys = new Set(Object.keys(en).filter((key) => !/^(question|help|label|answer)\./.test(key)));
    for (const one of data.questions) {
      for (const kind of ['question', 'help', 'label']) keys.add(`${kind}.${one.id}`);
      for (const answer of one.answers) keys.add(`answer.${one.id}.${answer}`);
    }
    for (const { id } of data.tells) keys.add(`answer.tells.${id}`);
    for (const id of [
      'label.tells.bank',
      'label.tells.alipay',
      'label.tells.shop',
      'label.tells.retry',
      'label.finding',
      `answer.${DONT_KNOW}`,
    ])
      keys.add(id);
    expect(Object.keys(en).sort()).toEqual([...keys].sort());
    expect(Object.keys(zh)).toEqual(Object.keys(en));
    for (const level of ['most-likely', 'possible', 'unlikely']) expect(keys).toContain(`level.${level}`);
  });
  it('keeps slots alike in both languages', () => {
    const slots = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(String).sort();
    for (const [key, sentence] of Object.entries(en))
      expect(slots((zh as Record<string, string>)[key]!), key).toEqual(slots(sentence));
  });
  it('is refused when a row, a follow-up or an id does not fit', () => {
    const broken: [string, (one: QuestionsFile) => void][] = [
      [
        'unknown answer',
        (one) => {
          one.questions[0]!.causes['bank-declined'] = { 'names-the-moon': 'often' };
        },
      ],
      [
        'unknown question',
        (one) => {
          one.questions[0]!.after = { question: 'nothing', answers: ['x'] };
        },
      ],
      [
        'unknown answer',
        (one) => {
          one.questions[1]!.after = { question: 'message-words', answers: ['x'] };
        },
      ],
      [
        'same id',
        (one) => {
          one.questions[1]!.id = one.questions[0]!.id;
        },
      ],
      [
        'always possible',
        (one) => {
          one.questions[0]!.answers.push(DONT_KNOW);
        },
      ],
      [
        'neutral',
        (one) => {
          one.questions.find((q) => q.id === 'weixin-test')!.usual = { 'not-tried': 'often' };
        },
      ],
      [
        'neutral',
        (one) => {
          one.questions[0]!.neutral = ['x'];
        },
      ],
    ];
    for (const [because, breakIt] of broken) {
      const file = clone();
      breakIt(file);
      expect(questions.safeParse(file).error?.message).toContain(because);
    }
  });
});

describe('compileInterview', () => {
  it('makes every row a distribution', () => {
    for (const question of model.questions) {
      if (question.id === COUNTRY_QUESTION) continue;
      const telling = question.answers.filter((one) => one.likelihood);
      // A question that says nothing about the causes (only about the money) has no rows.
      if (telling.length === 0) continue;
      model.causes.forEach((cause, at) => {
        expect(
          telling.reduce((sum, one) => sum + one.likelihood![at]!, 0),
          `${question.id}, ${cause}`,
        ).toBeCloseTo(1, 9);
      });
    }
    expect(model.prior.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
  });
  it('gives members of a group its habits, unless they have their own', () => {
    const answers = model.questions.find((one) => one.id === COUNTRY_QUESTION)!.answers;
    const of = (id: string) => answers.find((one) => one.id === id)?.likelihood;
    expect(of('PL')).toEqual(of('PT'));
    expect(of('DE')).not.toEqual(of('PL'));
    expect(of('EU')).toBeUndefined();
    expect(of('KZ')).toBeNull();
    expect(of('other')).toBeNull();
  });
  it('works without any issuers', () => {
    const bare = compileInterview(clone());
    expect(bare.questions.find((one) => one.id === COUNTRY_QUESTION)!.answers.map((one) => one.id)).toEqual([
      'other',
      DONT_KNOW,
    ]);
  });
});
