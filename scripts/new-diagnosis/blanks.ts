/** What a new diagnosis starts from: everything that a person must decide stands there as an open place that says what belongs there. */
import { OPEN } from '../../lib/library/unfilled.ts';

/** The diagnosis that stands last everywhere: the unnamed failure. */
export const LAST = 'unknown-failure';
/** Name of the first family. */
const FAMILY = 'said-plainly';

export const DIAGNOSIS = (id: string) => ({
  id,
  fixers: [`${OPEN}: who can fix it, the likeliest first: bank, payer, alipay, shop, wait, nobody or unknown`],
  outcome: `${OPEN}: what became of the money as far as the message tells: not-paid, unknown or paid`,
  retry: {
    when: `${OPEN}: when another try makes sense, a value of retryWhen in schema.ts; after-wait also needs "waitMinutes"`,
  },
  steps: [
    `${OPEN}: what to do first; an id with words under "steps." in library.json of each language`,
    `${OPEN}: what to do next; two to seven in all`,
  ],
  avoid: [`${OPEN}: what not to do; an id with words under "avoid."; one to four`],
  party: `${OPEN}: whose sheet helps: bank, alipay, shop or none`,
  script: [],
  facts: [],
  alternatives: {
    visitor: [`${OPEN}: other ways to pay; ids with words under "alternatives."; [] for none`],
    resident: [`${OPEN}: the same for people who live in China`],
  },
  sources: [`${OPEN}: where the advice comes from; ids of sources.json`],
  checked: `${OPEN}: the day you read those sources, YYYY-MM-DD`,
  signals: [
    {
      kind: 'family',
      id: FAMILY,
      // In braces, so that not even a pattern can be left as it is: there is no such concept.
      say: [`{${OPEN}: patterns such as {card} ... {expired-word}; see docs/adding-a-diagnosis.md}`],
      source: `${OPEN}: where these words were seen; an id of sources.json`,
    },
  ],
});

export const SAYING = (id: string) => ({
  diagnosis: id,
  id: 'told',
  // In braces, so that not even a pattern can be left as it is: there is no such concept.
  say: [`{${OPEN}: how people tell of it, such as {card} & ("not active"|没激活)}`],
  source: 'expected-wording',
});

export const TEXTS = (id: string): [rule: string, texts: string[]] => [
  `${id}/${FAMILY}`,
  [`${OPEN}: another sentence that only this family can read, as a page would write it`],
];

export const WORDS: Record<string, string> = {
  title: `${OPEN}: what happened, in at most eight words`,
  short: `${OPEN}: the one thing to do, in one short sentence`,
  says: `${OPEN}: what its messages say, in one short sentence that is true of all of them and adds to the title`,
  what: `${OPEN}: what happened and why, in two or three plain sentences; no blame, no promise`,
};

export const CASES = (id: string) => [
  {
    id: `${id}-dialog`,
    template: 'h5-dialog.html',
    slots: { text: `${OPEN}: a sentence that says this failure, as Alipay would write it` },
    url: `${OPEN}: an https address of an alipay.com host, as in the other cases`,
    expect: { diagnosis: id, accept: [], certainty: 'likely', code: '' },
    lang: `${OPEN}: zh-CN, zh-Hant, en …`,
    kind: 'dialog',
    note: `${OPEN}: why this case exists`,
  },
  {
    id: `innocent-${id}-hint`,
    template: 'h5-confirm.html',
    slots: { hint: `${OPEN}: a sentence with the same words that is no failure: a condition, a tip, a menu` },
    url: `${OPEN}: an https address of an alipay.com host, as in the other cases`,
    expect: { diagnosis: null, accept: [], certainty: 'unsure', code: '' },
    lang: `${OPEN}: zh-CN, zh-Hant, en …`,
    kind: 'hint',
    note: `${OPEN}: why this case exists`,
  },
];
