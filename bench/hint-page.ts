/** Runs in the bench page: puts the hint, or a plain banner, into a large page and lays it out. */
import { HINT_MARK, showHint } from '../components/hint/hint.ts';

export type Inserted = 'hint' | 'banner';

/** Milliseconds. */
export interface InsertionTimes {
  /** Put in and laid out. */
  inserted: number;
  /** The hint's sentence comes a moment later, for screen readers; writing it and laying it out again. */
  sentence: number;
}

interface Put {
  element: Element;
  remove(): void;
}

declare global {
  var insertInto: (what: Inserted) => Promise<InsertionTimes>;
}

const SENTENCE = 'Your card was refused for this payment. Card Rescue can tell you who can fix it.';
const WORDS = {
  lang: 'en',
  dir: 'ltr' as const,
  tone: 'calm' as const,
  sentence: SENTENCE,
  show: 'Show steps',
  dismiss: 'Dismiss',
  mute: 'Not on this site',
  muted: '',
  undo: '',
  openByHand: '',
};
const NOTHING = {
  isWanted: () => true,
  show: () => Promise.resolve(true),
  dismiss() {},
  mute: async () => true,
  unmute() {},
  gone() {},
  messages: () => [],
};

/** What pages and extensions usually do: a box at the top of the body that pushes everything else down. */
function putBanner(): Put {
  const banner = document.createElement('div');
  banner.style.cssText = 'padding:14px;background:#fff;border:1px solid #ddd';
  const text = document.createElement('p');
  text.textContent = SENTENCE;
  const button = document.createElement('button');
  button.textContent = WORDS.show;
  banner.append(text, button);
  document.body.prepend(banner);
  return { element: banner, remove: () => banner.remove() };
}

function putHint(): Put {
  const hint = showHint('bench', WORDS, NOTHING);
  // Not searched for: that would cost more than what is measured.
  const host = document.documentElement.lastElementChild!;
  if (!host.hasAttribute(HINT_MARK)) throw new Error('the hint does not stand at the end of the page');
  return { element: host, remove: hint.remove };
}

/** Puts something in with the page's timers kept back; gives what would have run later. */
function withTimersHeld(put: () => Put): Put & { later: (() => void)[] } {
  const { setTimeout } = globalThis;
  const later: (() => void)[] = [];
  globalThis.setTimeout = ((act: () => void) => later.push(act)) as unknown as typeof setTimeout;
  try {
    return { ...put(), later };
  } finally {
    globalThis.setTimeout = setTimeout;
  }
}

/** Asking for a size makes the browser lay out whatever is not. */
const layOut = (element: Element): number => element.getBoundingClientRect().height;
const nextFrame = (): Promise<unknown> => new Promise(requestAnimationFrame);

globalThis.insertInto = async (what) => {
  // What the page itself still has to lay out is no part of this.
  for (let frame = 0; frame < 3; frame++) await nextFrame();
  layOut(document.body);
  const started = performance.now();
  const { element, remove, later } = withTimersHeld(what === 'hint' ? putHint : putBanner);
  const height = layOut(element);
  const inserted = performance.now() - started;
  for (const act of later) act();
  const full = layOut(element);
  const sentence = performance.now() - started - inserted;
  if (height === 0 || full < height || (what === 'hint' && later.length === 0))
    throw new Error(`the ${what} was not laid out`);
  // Taken away otherwise, the hint would come back.
  remove();
  return { inserted, sentence };
};
