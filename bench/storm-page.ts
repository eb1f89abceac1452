/**
 * Runs in the bench page: makes a storm of changes, or a page that is always busy, and puts up toasts meanwhile. The page keeps the log
 * itself and is not spoken to before the storm is over, so that nothing but the storm is measured.
 */

/** What to do, and for how long. */
export interface StormOrder {
  /**
   * Where the changes are. `box`: in one hidden box, toasts elsewhere. `sibling`: the same, toasts in the visible box beside it.
   * `spread`: all over the page. `nowhere`: no changes; instead the page works without a pause, in tasks of `BUSY` milliseconds.
   */
  place: 'box' | 'sibling' | 'spread' | 'nowhere';
  /** Changes a second. */
  rate: number;
  /** The sentences of the toasts, one after the other. */
  toasts: readonly string[];
  /** How long each stands, and how long nothing does between two, in milliseconds. */
  life: number;
  gap: number;
}

export interface StormLog {
  /** When each toast was put up, by the clock of the page (milliseconds since 1970). */
  toasts: number[];
  /** When hints came into the page. */
  hints: number[];
  /** What the page was told by a script that leaves its findings in it (see naive-script.ts): phrase and time. */
  told: [phrase: string, at: number][];
  changes: number;
  seconds: number;
  /** Nothing can be measured in a page that the browser takes for hidden. */
  hidden: boolean;
}

declare global {
  var runStorm: (order: StormOrder) => Promise<StormLog>;
}

/** The page's own work in `nowhere`, a task without a pause after it. */
const BUSY = 5;
const TICK = 10;
/** A page that cannot keep up loses its changes, as an animation does. */
const MOST_A_TICK = 1000;
const BOX_SIZE = 240;
const HINT = 'data-card-rescue-hint';
/** What such boxes say on a checkout: countdowns, stock, other people's orders. Nothing in them failed. */
const LINES = [
  '支付剩余时间 14:%',
  '已有 % 人完成付款',
  '优惠券剩余 % 张',
  '中国银行 尾号 10%',
  '库存 % 件',
  '订单 20261122% 已发货',
  '积分 % 可抵现',
  'Offer ends in % s',
];

const line = (number: number): string => LINES[number % LINES.length]!.replace('%', String(10 + (number % 90)));
const wait = (time: number): Promise<void> => new Promise((done) => setTimeout(done, time));

function makeBox(parent: Element): Element {
  const box = document.createElement('div');
  box.style.display = 'none';
  parent.append(box);
  return box;
}

/** Hidden boxes all over the page, one in each of its parts, or a single one. Layout is the page's own cost and not asked about. */
function makeBoxes(place: StormOrder['place']): { boxes: Element[]; stage: Element } {
  if (place === 'nowhere') return { boxes: [], stage: document.body };
  if (place === 'spread')
    return { boxes: [...document.querySelectorAll('section')].map(makeBox), stage: document.body };
  const feed = document.createElement('div');
  document.body.append(feed);
  const boxes = [makeBox(feed)];
  if (place === 'box') return { boxes, stage: document.body };
  const stage = document.createElement('div');
  feed.append(stage);
  return { boxes, stage };
}

/** Changes boxes in turns: a line comes, another changes its text, the oldest goes. The boxes stay as large as they are. */
function makeChange(boxes: readonly Element[]): (number: number) => void {
  const each = Math.max(2, Math.ceil(BOX_SIZE / boxes.length));
  const put = (box: Element, number: number): void => {
    const item = document.createElement('span');
    item.textContent = line(number);
    box.append(item);
  };
  for (const box of boxes) for (let number = 0; number < each; number++) put(box, number);
  return (number) => {
    const box = boxes[Math.floor(number / 3) % boxes.length]!;
    if (number % 3 === 0) put(box, number);
    else if (number % 3 === 1) (box.lastElementChild!.firstChild as Text).data = line(number);
    else box.firstElementChild!.remove();
  };
}

/** Changes the page until told to stop; gives the number of changes then. */
function startChanges(rate: number, change: (number: number) => void): () => number {
  const started = performance.now();
  let due = 0;
  let done = 0;
  const timer = setInterval(() => {
    const now = ((performance.now() - started) * rate) / 1000;
    due = Math.max(due, now - MOST_A_TICK);
    for (; due < now; due++) change(done++);
  }, TICK);
  return () => {
    clearInterval(timer);
    return done;
  };
}

/** Works without a pause until told to stop; gives the number of tasks then. Messages, because timers in a chain are slowed down. */
function startWork(): () => number {
  const { port1, port2 } = new MessageChannel();
  let done = 0;
  port1.onmessage = () => {
    for (const started = performance.now(); performance.now() - started < BUSY;);
    done++;
    port2.postMessage(0);
  };
  port2.postMessage(0);
  return () => {
    port1.close();
    return done;
  };
}

globalThis.runStorm = async ({ place, rate, toasts, life, gap }) => {
  const { boxes, stage } = makeBoxes(place);
  const log: StormLog = { toasts: [], hints: [], told: [], changes: 0, seconds: 0, hidden: document.hidden };
  // Only children of the root element: the storm is not among them.
  const hints = new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes) if ((node as Element).hasAttribute?.(HINT)) log.hints.push(Date.now());
  });
  hints.observe(document.documentElement, { childList: true });
  const started = performance.now();
  const stop = place === 'nowhere' ? startWork() : rate > 0 ? startChanges(rate, makeChange(boxes)) : () => 0;
  await wait(gap);
  for (const text of toasts) {
    const toast = document.createElement('div');
    toast.className = 'am-toast';
    const words = document.createElement('div');
    words.className = 'am-toast-text';
    words.textContent = text;
    toast.append(words);
    log.toasts.push(Date.now());
    stage.append(toast);
    await wait(life);
    toast.remove();
    await wait(gap);
  }
  log.changes = stop();
  log.seconds = (performance.now() - started) / 1000;
  hints.disconnect();
  log.told = JSON.parse(document.documentElement.dataset.told ?? '[]') as StormLog['told'];
  return log;
};
