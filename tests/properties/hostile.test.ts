// @vitest-environment happy-dom
/** Nothing a page may hold breaks the reading or makes it long. Work is counted in steps, not in seconds. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { blockAt } from '../../lib/detect/page-text.ts';
import { readOnce } from '../../lib/detect/read-once.ts';
import { makePageReader, mayMatter, readPart } from '../../lib/detect/read-page.ts';
import { readSurroundings } from '../../lib/detect/surroundings.ts';
import { makeStand } from '../../lib/detect/stand.ts';
import { watch } from '../../lib/detect/watch.ts';
import { readFinding, readPageMessage } from '../../lib/messages.ts';
import { FAMILY_TEXTS } from '../detect/family-texts.ts';
import { stubLayout } from '../detect/page-stub.ts';
import {
  gate,
  judge,
  knownSentences,
  library,
  reader as plain,
  reasonsFor,
  table,
  verdictOn,
} from '../detect/shipped.ts';

stubLayout();
const reader = makePageReader(table);
const MESSAGES = [
  ...Object.values(FAMILY_TEXTS).flat(),
  ...knownSentences.map((one) => one.text),
  ...library.codes.codes.map(({ code }) => `错误码：${code}`),
];

const unicode = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
);
const text = fc.oneof(
  unicode,
  fc.constantFrom(...MESSAGES),
  fc.tuple(unicode, fc.constantFrom(...MESSAGES), unicode).map((parts) => parts.join('')),
);

describe('any text', () => {
  it('is judged without an error, with a verdict that the messages let through', () => {
    fc.assert(
      fc.property(text, fc.boolean(), fc.boolean(), (one, errorPlace, typed) => {
        const verdict = judge(reasonsFor(one, { place: typed ? 'typed' : 'alert', errorPlace }, plain));
        if (verdict)
          expect(readFinding({ ...verdict, host: 'a.alipay.com', at: 1 }), JSON.stringify(one)).not.toBeNull();
      }),
      { numRuns: 1500 },
    );
  });

  it('is worth a look whenever something is found in it', () => {
    fc.assert(
      fc.property(text, unicode, (one, beside) => {
        document.body.innerHTML = '<div><i></i><p></p><b></b></div>';
        const root = document.querySelector('div')!;
        root.querySelector('p')!.textContent = one;
        for (const side of ['i', 'b']) root.querySelector(side)!.textContent = beside;
        if (verdictOn(one)) expect(mayMatter(root, gate), JSON.stringify(one)).toBe(true);
      }),
      { numRuns: 800 },
    );
  });
});

/** A page script's tree: names and roles that mean something, texts of all kinds, broken attributes, clobbered fields. */
const TAGS = [
  'div',
  'p',
  'span',
  'b',
  'a',
  'ul',
  'li',
  'table',
  'tr',
  'td',
  'h1',
  'h3',
  'form',
  'input',
  'button',
  'label',
  'br',
  'script',
  'style',
  'template',
  'select',
  'svg',
  'article',
  'dialog',
  'section',
  'font',
  'x-y',
  'noscript',
  'textarea',
  'details',
];
const CLASSES = [
  '',
  'error',
  'am-toast',
  'am-dialog',
  'result-title',
  'goodsName',
  'faq-list',
  'is-disabled',
  'ui-form-explain',
  '错误',
  'a'.repeat(3000),
  'error '.repeat(500),
  '__proto__',
  'constructor',
];
const ROLES = ['', 'alert', 'dialog', 'status', 'listitem', 'log', 'nonsense'];
const NAMES = [
  '',
  'id',
  'parentElement',
  'getAttribute',
  'children',
  'tagName',
  'matches',
  'textContent',
  'nodeType',
  'className',
];

interface Tree {
  tag: string;
  name: string;
  role: string;
  field: string;
  hidden: boolean;
  text: string;
  children: Tree[];
}
const tree = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.record({
    tag: fc.constantFrom(...TAGS),
    name: fc.constantFrom(...CLASSES),
    role: fc.constantFrom(...ROLES),
    field: fc.constantFrom(...NAMES),
    hidden: fc.boolean(),
    text,
    children: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constant<Tree[]>([]),
      fc.array(tie('tree'), { maxLength: 4 }),
    ),
  }),
})).tree;

function build({ tag, name, role, field, hidden, text: words, children }: Tree): Element {
  const element = document.createElement(tag);
  if (name) element.setAttribute('class', name);
  if (role) element.setAttribute('role', role);
  if (field) element.setAttribute(tag === 'input' ? 'name' : 'id', field);
  if (hidden) element.setAttribute('style', 'display:none');
  element.append(document.createTextNode(words));
  for (const child of children) element.append(build(child));
  if (tag === 'br') element.append(document.createComment(words));
  return element;
}

describe('any page', () => {
  it('is read without an error, and not changed', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 4 }), (trees) => {
        document.body.replaceChildren(...trees.map(build));
        const before = document.body.outerHTML;
        const { sightings, hidden } = readPart(document.body, reader, gate);
        for (const one of sightings) expect(one.reasons.length).toBeGreaterThan(0);
        for (const one of hidden) expect(document.body.contains(one)).toBe(true);
        const told = readOnce(table, gate);
        if (told) expect(readPageMessage(told)).toEqual(told);
        readSurroundings(
          reader,
          new URL('https://cashier.alipay.com/standard/timeOut?errorCode=%E0%A4%A&causeCode=<script>'),
        );
        expect(document.body.outerHTML).toBe(before);
      }),
      { numRuns: 300 },
    );
  });

  it('may lose its body, and its root', () => {
    document.body.remove();
    expect(readOnce(table, gate)).toBeNull();
    expect(() => readSurroundings(reader, new URL('https://cashier.alipay.com/standard/timeOut'))).not.toThrow();
    document.documentElement.append(document.createElement('body'));
  });
});

/** Counts a method's calls during some work. */
function calls(target: object, name: string, work: () => void): number {
  const spy = vi.spyOn(target as Record<string, (...given: unknown[]) => unknown>, name);
  work();
  const { length } = spy.mock.calls;
  spy.mockRestore();
  return length;
}

describe('a very large page', () => {
  it('of one text of a million characters is read in steps that are counted, not in its length', () => {
    for (const part of ['支付失败', '银行卡余额不足。', 'error code ', 'a', '\ud800', '错误码：ALI64 ']) {
      const long = part.repeat(Math.ceil(1_000_000 / part.length));
      document.body.replaceChildren(document.createElement('p'));
      document.querySelector('p')!.textContent = long;
      const asked = calls(window, 'getComputedStyle', () => void readPart(document.body, reader, gate));
      expect(asked, part).toBeLessThan(60);
      expect(blockAt(document.querySelector('p')!).text.length).toBeLessThanOrEqual(2000);
      expect(reasonsFor(long.slice(0, 5000)).length).toBeLessThan(500);
    }
  });

  it('of very many elements asks for layout a bounded number of times', () => {
    const fill = (count: number): number => {
      document.body.replaceChildren(
        ...Array.from({ length: count }, () => Object.assign(document.createElement('p'), { textContent: '支付失败' })),
      );
      return calls(window, 'getComputedStyle', () => void readPart(document.body, reader, gate));
    };
    const asked = fill(200);
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(200 * 12);
    // So much for each block, and no more blocks than this, however many elements there are.
    expect(fill(10_000)).toBeLessThan(1000 * 12);
  });

  it('of one long list compares each row with a few others only', () => {
    const list = document.createElement('div');
    list.append(
      ...Array.from({ length: 500 }, () => Object.assign(document.createElement('div'), { className: 'row' })),
    );
    for (const row of list.children)
      row.append(Object.assign(document.createElement('p'), { textContent: '支付失败' }));
    document.body.replaceChildren(list);
    const compared = calls(Element.prototype, 'getAttribute', () => void readPart(document.body, reader, gate));
    expect(compared).toBeLessThan(500 * 60);
  });

  it('of healthy words asks for no layout at all', () => {
    document.body.replaceChildren(
      ...Array.from({ length: 3000 }, () =>
        Object.assign(document.createElement('p'), { textContent: '今天天气很好，我们去公园' }),
      ),
    );
    expect(calls(window, 'getComputedStyle', () => void readPart(document.body, reader, gate))).toBe(0);
    expect(calls(document, 'createTreeWalker', () => void readOnce(table, gate))).toBe(0);
  });

  it('of deep nesting is climbed a bounded number of steps', () => {
    let inner = document.body;
    for (let i = 0; i < 400; i++) {
      inner.append(document.createElement('div'));
      inner = inner.lastElementChild as HTMLElement;
    }
    inner.textContent = '发卡行拒绝了这笔交易';
    expect(calls(window, 'getComputedStyle', () => void readPart(document.body, reader, gate))).toBeLessThan(100);
  });
});

describe('a storm of changes', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is read a bounded number of times', async () => {
    document.body.innerHTML = '<h1>确认付款</h1>';
    const stand: ReturnType<typeof makeStand> = makeStand(
      reader,
      gate,
      { watchHidden() {}, watchAncestors() {}, again() {} },
      { found() {}, faded() {}, gone() {}, paid() {} },
    );
    const watcher = watch(stand);
    const walks = vi.spyOn(document, 'createTreeWalker');
    for (let second = 0; second < 6; second++) {
      for (let i = 0; i < 100; i++)
        document.body.append(Object.assign(document.createElement('p'), { textContent: '支付失败' }));
      await vi.advanceTimersByTimeAsync(1000);
    }
    // At most one reading for each wait, of at most as many parts as are kept apart.
    expect(walks.mock.calls.length).toBeLessThan(6 * 9);
    watcher.stop();
    stand.stop();
    walks.mockRestore();
  });
});
