/**
 * The hint: one small sentence in the corner of a page that shows a failure. Plain DOM in a closed shadow root, because every byte
 * here runs beside a payment. It is worth nothing to a page that would abuse it: fixed bundled words, three buttons, no text of the
 * page, no link, number or field. When a page fights it, it leaves; the badge stays.
 */
import type { HintWords } from '../../lib/messages.ts';
import { HINT_STYLE } from './style.ts';

export interface HintActions {
  /** Gives whether the popup could be opened. */
  show(): Promise<boolean>;
  dismiss(): void;
  mute(): void;
}

export const HINT_TAG = 'card-rescue-hint';
/** How often a page may take the hint away before it stays away. */
const MAX_RETURNS = 3;

export interface Hint {
  readonly key: string;
  remove(): void;
}

/**
 * Shows the hint, in place of one that stands.
 * @param key what it speaks about; the caller uses it to show one hint per failure
 */
export function showHint(key: string, words: HintWords, actions: HintActions): Hint {
  // A hint stands nowhere else, and a search through a large page takes longer than all the rest here.
  for (const child of [...document.documentElement.children]) if (child.localName === HINT_TAG) child.remove();
  const host = document.createElement(HINT_TAG);
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = HINT_STYLE;
  const card = document.createElement('div');
  card.className = 'card';
  card.lang = words.lang;
  card.dir = words.dir;
  // A live region must stand before its text does, or screen readers do not speak it.
  const sentence = document.createElement('p');
  sentence.setAttribute('role', 'status');
  const buttons = document.createElement('div');
  buttons.className = 'buttons';
  const button = (label: string, kind: string, act: () => void): void => {
    const element = document.createElement('button');
    element.type = 'button';
    element.className = kind;
    element.textContent = label;
    // A page can make events, but not trusted ones.
    element.addEventListener('click', (event) => event.isTrusted && isSeen(host) && act());
    buttons.append(element);
  };
  button(words.show, 'show', () => {
    void actions.show().then((opened) => {
      if (!opened) sentence.textContent = words.openByHand;
    });
  });
  button(words.dismiss, 'dismiss', () => {
    remove();
    actions.dismiss();
  });
  button(words.mute, 'mute', () => {
    remove();
    actions.mute();
  });
  card.append(sentence, buttons);
  root.append(style, card);
  // Keys pressed on the hint are not the page's business.
  for (const type of ['keydown', 'keyup', 'keypress'] as const) {
    root.addEventListener(type, (event) => {
      if (type === 'keydown' && (event as KeyboardEvent).key === 'Escape' && event.isTrusted) {
        remove();
        actions.dismiss();
      }
      event.stopPropagation();
    });
  }

  let returns = 0;
  const guard = new MutationObserver(() => {
    if (host.isConnected) return;
    if (++returns > MAX_RETURNS) guard.disconnect();
    else document.documentElement?.append(host);
  });
  function remove(): void {
    guard.disconnect();
    host.remove();
  }

  document.documentElement.append(host);
  guard.observe(document.documentElement, { childList: true });
  setTimeout(() => {
    sentence.textContent = words.sentence;
  }, 50);
  return { key, remove };
}

/** A click counts only where the hint can be seen: not when the page made it or its ancestors transparent. */
function isSeen(host: HTMLElement): boolean {
  for (let element: HTMLElement | null = host; element; element = element.parentElement) {
    const style = getComputedStyle(element);
    if (parseFloat(style.opacity) < 0.6 || style.visibility !== 'visible' || style.display === 'none') return false;
  }
  return true;
}
