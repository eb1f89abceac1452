/**
 * The hint: one small sentence in the corner of a page that shows a failure. Plain DOM in a closed shadow root, because every byte
 * here runs beside a payment. It is worth nothing to a page that would abuse it: fixed bundled words, four buttons, no text of the
 * page, no link, number or field. When a page fights it, it leaves; the badge stays.
 */
import type { HintWords } from '../../lib/messages.ts';
import { freeEdge } from './edge.ts';
import { makeSight } from './seen.ts';
import { makeShield } from './shield.ts';
import { makeSign } from './sign.ts';
import { HINT_COMING, HINT_EDGES, HINT_SMALL, HINT_STYLE } from './style.ts';

export interface HintActions {
  /** Whether the extension still lives; a hint of a dead one does not come back. */
  isWanted(): boolean;
  /** Gives whether the popup could be opened. */
  show(): Promise<boolean>;
  dismiss(): void;
  /** Gives whether hints are off on the site from now on. */
  mute(): Promise<boolean>;
  unmute(): void;
  /** It has gone by itself, after it was muted. */
  gone(): void;
  /** Where the messages stand that it explains; none where they stand in a frame. */
  messages(): readonly DOMRect[];
}

/** The hint is a plain element with this attribute: what pages can define (custom elements) they can also look into. */
export const HINT_MARK = 'data-card-rescue-hint';
/** The same in every language. */
const NAME = 'Card Rescue';
const XHTML = 'http://www.w3.org/1999/xhtml';
/** How often a page may take the hint away before it stays away. */
const MAX_RETURNS = 3;
/** Screen readers must know the place before its words come. */
const SPEAK = 50;
/** Only then it is shown, whole: nothing of it moves. */
const APPEAR = 90;
/** A double click is one wish. */
const BETWEEN = 1000;
/** How long Escape closes it from anywhere. */
const FRESH = 10_000;
/** What the page does with a key is done by then, a dialog that closes among it. */
const PAGE_FIRST = 400;
/** How long muting can be taken back in its place. */
const UNDO = 10_000;

export interface Hint {
  readonly key: string;
  /** Takes the keyboard to what it is for: the steps, or the way back once it is muted. */
  focus(): void;
  /**
   * Leaves only the way to the steps, for a message that its reader has closed: everybody's first tap is on the dialog's only button. What
   * warns of the money stays as it is.
   */
  shrink(): void;
  remove(): void;
}

/**
 * Shows the hint, in place of one that stands. In a document that is none of HTML (a picture, XML) nothing is shown.
 * @param key what it speaks about; the caller uses it to show one hint per failure
 */
export function showHint(key: string, words: HintWords, actions: HintActions): Hint {
  const page = document.documentElement;
  if (page?.namespaceURI !== XHTML || page.localName !== 'html') return { key, focus() {}, shrink() {}, remove() {} };
  // A hint stands nowhere else, and a search through a large page takes longer than all the rest here.
  for (const child of [...page.children]) if (child.hasAttribute(HINT_MARK)) child.remove();
  const make = (tag: string): HTMLElement => document.createElementNS(XHTML, tag) as HTMLElement;
  const host = make('div');
  host.setAttribute(HINT_MARK, '');
  const root = host.attachShadow({ mode: 'closed' });
  const style = make('style');
  style.textContent = HINT_STYLE + HINT_COMING;
  const card = make('div');
  card.className = `card ${words.tone}`;
  card.lang = words.lang;
  card.dir = words.dir;
  const sentence = make('p');
  sentence.setAttribute('role', 'status');
  const buttons = make('div');
  buttons.className = 'buttons';
  const named: { [kind in 'show' | 'dismiss' | 'more' | 'mute']?: HTMLElement } = {};
  const isSmall = (): boolean => card.classList.contains('small');
  const sight = makeSight(host, () => (isSmall() ? named.show! : sentence));

  let asked = -Infinity;
  const isAgain = (): boolean => {
    const now = performance.now();
    if (now - asked < BETWEEN) return true;
    asked = now;
    return false;
  };
  /** Runs while the hint is muted and that can be taken back. */
  let undoing: ReturnType<typeof setTimeout> | undefined;
  const acts: Record<keyof typeof named, () => void> = {
    show() {
      if (isAgain()) return;
      void actions.show().then((opened) => {
        if (opened) return;
        card.classList.remove('small');
        sentence.textContent = words.openByHand;
      });
    },
    dismiss() {
      remove();
      actions.dismiss();
    },
    more() {
      if (!undoing) named.more!.setAttribute('aria-expanded', String(card.classList.toggle('open')));
    },
    mute() {
      if (isAgain()) return;
      const isUndo = undoing !== undefined;
      quiet(!isUndo);
      if (isUndo) actions.unmute();
      else
        void actions.mute().then((done) => {
          if (!done) leave();
        });
    },
  };
  function leave(): void {
    remove();
    actions.gone();
  }
  /** One quiet line in place of the hint, with a way back for some seconds; the button stays the same one, and so does the focus. */
  function quiet(on: boolean): void {
    clearTimeout(undoing);
    undoing = on ? setTimeout(leave, UNDO) : undefined;
    card.className = `card ${on ? 'quiet' : words.tone}`;
    sentence.textContent = on ? words.muted : words.sentence;
    named.mute!.textContent = on ? words.undo : words.mute;
    named.show!.hidden = named.dismiss!.hidden = on;
    named.more!.setAttribute('aria-expanded', 'false');
  }
  for (const kind of ['more', 'show', 'dismiss', 'mute'] as const) {
    const button = make('button') as HTMLButtonElement;
    button.type = 'button';
    button.className = kind;
    named[kind] = button;
    if (kind === 'more') {
      button.setAttribute('aria-expanded', 'false');
      button.append(makeSign(words.tone), NAME);
    } else button.textContent = kind === 'dismiss' ? '\u00d7' : words[kind];
    if (kind === 'dismiss') button.setAttribute('aria-label', words.dismiss);
    // A page can make events, but not trusted ones.
    button.addEventListener('click', (event) => event.isTrusted && sight.isSeen() && acts[kind]());
    if (kind !== 'mute') buttons.append(button);
  }
  const press = (key: string): void => {
    if (key === 'Escape' && sight.isSeen()) (undoing ? leave : acts.dismiss)();
  };
  const since = performance.now();
  /**
   * Escape away from the hint is the page's first: it dismisses the hint only where the page made no use of it. What warns of the
   * money is not dismissed by the way.
   */
  function fromAway(event: KeyboardEvent): void {
    if (words.tone === 'money' || event.isComposing || !sight.isSeen()) return;
    const before = actions.messages().length;
    setTimeout(() => {
      const isUsed = event.defaultPrevented || isSmall() || actions.messages().length < before;
      if (!isUsed && host.isConnected) press('Escape');
    }, PAGE_FIRST);
  }
  const shield = makeShield(
    host,
    root,
    (button) => sight.isSeen() && acts[button.className as keyof typeof acts](),
    press,
    (event) => void (event.key === 'Escape' && performance.now() - since < FRESH && fromAway(event)),
  );
  card.append(sentence, buttons, named.mute!);
  root.append(style, card);
  // Keys that came this far, past a window that has lost its listeners.
  for (const type of ['keydown', 'keyup', 'keypress'] as const)
    root.addEventListener(type, (event) => {
      event.stopPropagation();
      if (type === 'keydown' && event.isTrusted) press((event as KeyboardEvent).key);
    });

  let returns = 0;
  const guard = new MutationObserver(() => {
    const now = document.documentElement;
    // A page that writes itself anew has another root element, and for a moment none or an empty one.
    if (!document.body || host.parentNode === now) return;
    if (!actions.isWanted()) remove();
    else if (++returns > MAX_RETURNS) guard.disconnect();
    else stand();
  });
  function stand(): void {
    const now = document.documentElement;
    now.append(host);
    guard.observe(document, { childList: true });
    guard.observe(now, { childList: true });
    shield.raise();
  }
  function remove(): void {
    clearTimeout(undoing);
    guard.disconnect();
    sight.stop();
    // In this order: taking it away tells of the focus it had.
    host.remove();
    shield.lower();
  }

  function shrink(): void {
    if (words.tone === 'money' || undoing || isSmall()) return;
    card.classList.add('small');
    style.textContent += HINT_SMALL;
  }

  stand();
  setTimeout(() => {
    sentence.textContent = words.sentence;
  }, SPEAK);
  setTimeout(() => {
    const edge = freeEdge(host.getBoundingClientRect(), actions.messages(), innerHeight);
    style.textContent = HINT_STYLE + (edge ? HINT_EDGES[edge] : '') + (isSmall() ? HINT_SMALL : '');
  }, APPEAR);
  return { key, focus: () => (undoing ? named.mute! : named.show!).focus(), shrink, remove };
}
