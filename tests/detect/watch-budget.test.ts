// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watch } from '../../lib/detect/watch.ts';
import { stubLayout } from './page-stub.ts';

stubLayout();

/** Milliseconds that each reading takes. */
const COST = 5;

let batches: Element[][];
let watcher: ReturnType<typeof watch>;

beforeEach(() => {
  vi.useFakeTimers();
  batches = [];
  let burnt = 0;
  const clock = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => clock() + burnt);
  watcher = watch({
    read({ parts }) {
      batches.push(parts);
      burnt += COST;
    },
    hasStanding: () => false,
  });
});
afterEach(() => {
  watcher.stop();
  vi.useRealTimers();
});

const pass = (time: number): Promise<unknown> => vi.advanceTimersByTimeAsync(time);
const add = (): void => document.body.append(document.createElement('p'));

/** Lets the page be read from its beginning, and rest. */
async function settle(): Promise<void> {
  await pass(5000);
  batches = [];
}

describe('what a reading costs', () => {
  it('is rested for a hundred times as long', async () => {
    await settle();
    add();
    await pass(150);
    expect(batches).toHaveLength(1);
    add();
    await pass(COST * 100 - 150);
    expect(batches).toHaveLength(1);
    await pass(300);
    expect(batches).toHaveLength(2);
  });
});

describe('hidden texts', () => {
  it('are watched, many of them', async () => {
    document.body.innerHTML = '<div><p class="x">a</p></div>'.repeat(30);
    await settle();
    const hidden = [...document.querySelectorAll('p')];
    for (const one of hidden) watcher.watchHidden(one);
    hidden.at(-1)!.setAttribute('class', 'shown');
    await pass(1500);
    expect(batches.flat()).toEqual(expect.arrayContaining([hidden[0], hidden.at(-1)]));
  });
});

describe('a page that is shown', () => {
  const show = (hidden: boolean): void => {
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  };

  it('is read again where it was hidden, as one is that comes from the memory of the browser', async () => {
    await settle();
    show(true);
    await pass(1500);
    expect(batches).toEqual([]);
    show(false);
    await pass(1500);
    expect(batches).toHaveLength(1);
  });
});

describe('very many changes', () => {
  it('in one part are read as that part, not as the page', async () => {
    document.body.innerHTML = '<header></header><main><section><ul></ul></section></main>';
    await settle();
    const list = document.querySelector('ul')!;
    for (let i = 0; i < 90; i++) list.append(document.createElement('li'));
    await pass(2000);
    expect(batches).toEqual([[list]]);
  });

  it('all over the page are read as the page', async () => {
    document.body.innerHTML = '<header></header><main></main>';
    await settle();
    for (let i = 0; i < 90; i++) document.querySelector(i % 2 ? 'header' : 'main')!.append(document.createElement('p'));
    await pass(2000);
    expect(batches).toEqual([[document.body]]);
  });
});
