/**
 * Watching one document: what changed is collected and handed on in batches. Nothing happens while the page is hidden or quiet, and the
 * costlier the last batches were, the longer the next one waits. What a storm of changes does to the page is not read change by change: see
 * `storm.ts`.
 *
 * The page is only read: no patched history, no page scripts, no messages.
 */
import { blockAround, wholePage } from './blocks.ts';
import { outerOf, plain } from './dom.ts';
import { shadowParts } from './shadow.ts';
import { makeStormWatch } from './storm.ts';
import { isVisible } from './visible.ts';

/** What a reader can ask of the watcher. */
export interface Watched {
  /** Tells when a hidden element may have come into view, without touching the rest of the page. */
  watchHidden(element: Element): void;
  /** The attributes of an element and its ancestors may hide what stands in it. */
  watchAncestors(element: Element): void;
  /** Reads the whole page again soon, or as the next thing, whatever was spent before. */
  again(next?: true): void;
}

export interface Batch {
  /** Changed parts of the page that still stand, none inside another. */
  parts: Element[];
  /** The address is another one than at the last batch. */
  moved: boolean;
}

export interface BatchReader {
  read(batch: Batch): void;
  /** Whether something stands that may leave the page. */
  hasStanding(): boolean;
}

const WAIT = 100;
/** Noisy parts are looked at so often. */
const LOOK = 500;
const WAIT_AT_MOST = 900;
/** Share of the time that may be spent: a hundredth. */
const REST = 100;
const MAX_PARTS = 64;
const MAX_HIDDEN = 400;
const MAX_HOLLOW = 40;
/** Hidden candidates are looked at so often where nothing tells that they may have been revealed; the longer nothing changes, the rarer. */
const REVEAL = 1000;
const REVEAL_AT_MOST = 4000;
/** What may reveal them and changes no attribute. */
const REVEALS = 'transitionend animationstart animationend toggle change resize';
const MAX_ANCESTORS = 30;

/** The deepest node around all of some that still stand: many changes are mostly those of one part of the page. */
function around(nodes: Iterable<Node>): Node {
  const standing = [...nodes].filter((node) => plain(node).isConnected);
  let part: Node | null = standing[0] ?? null;
  while (part && !standing.every((node) => plain(part!).contains(node))) part = plain(part).parentNode;
  return part && plain(part).parentElement ? part : wholePage();
}

/** Starts watching; `stop` ends it for good. */
export function watch(reader: BatchReader): Watched & { stop(): void } {
  let changed = new Set<Node>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let address = location.href;
  /** What the last reading took, in milliseconds, when it ended, and when the next is due. */
  let cost = 0;
  let ended = -Infinity;
  let due = Infinity;
  let begun = false;
  /** Ends all listening at once. */
  const life = new AbortController();
  const hidden = new Set<Element>();
  /** Elements that may get a shadow root: no event tells of it. */
  const hollow = new Set<Element>();
  let pause = REVEAL;

  const storm = makeStormWatch(
    (records) => {
      for (const record of records) {
        if (record.type === 'characterData') add(plain(record.target).parentNode);
        else
          for (const node of record.addedNodes) {
            const { nodeType } = plain(node);
            if (nodeType === 1 || nodeType === 3) add(nodeType === 3 ? record.target : node);
          }
        if (record.removedNodes.length && reader.hasStanding()) schedule();
      }
    },
    (part) => add(part),
  );
  // Hidden candidates (every healthy page has some) are looked at when an attribute of an ancestor changes, when something ends that may
  // reveal them, and now and then: time alone can show an element, and no event tells of all ways.
  const reveal = (): void => void (hidden.size && schedule());
  const attributes = new MutationObserver(reveal);

  function add(node: Node | null, wait?: number): void {
    if (!node) return;
    pause = REVEAL;
    // Text right below a shadow root: the root is no element, and its host is read with all in it.
    changed.add(plain(node).nodeType === 11 ? (node as ShadowRoot).host : node);
    if (changed.size > MAX_PARTS) changed = new Set([around(changed)]);
    schedule(wait);
  }

  function schedule(wait = WAIT): void {
    if (life.signal.aborted || document.hidden) return;
    // A rest is owed for what was spent; where the page was quiet meanwhile, it is over.
    const now = performance.now();
    const at = Math.max(now + wait, ended + Math.min(WAIT_AT_MOST, cost * REST));
    if (at >= due) return;
    clearTimeout(timer);
    due = at;
    timer = setTimeout(flush, at - now);
  }

  function flush(): void {
    due = Infinity;
    if (document.hidden) return;
    const started = performance.now();
    const moved = location.href !== address;
    if (moved) {
      address = location.href;
      changed = new Set([wholePage()]);
    }
    for (const noisy of storm.look()) changed.add(noisy);
    // What left the page waits no longer, and is no part that is read.
    for (const one of hidden)
      if (!plain(one).isConnected || isVisible(one)) {
        hidden.delete(one);
        changed.add(one);
      }
    for (const one of hollow)
      if (!plain(one).isConnected || one.shadowRoot) {
        hollow.delete(one);
        changed.add(one);
      }
    const blocks = new Set([...changed].map(blockAround));
    const parts = [...blocks].filter(
      (part): part is Element =>
        plain(part).isConnected && ![...blocks].some((other) => other !== part && plain(other).contains(part)),
    );
    changed = new Set();
    try {
      reader.read({ parts: parts.concat(parts.flatMap((part) => shadowParts(part, meet))), moved });
    } catch (error) {
      // In Firefox a window that is being put away throws NS_ERROR_NOT_INITIALIZED wherever it is asked for its layout; there is nobody left to tell.
      if (!/_INIT/.test(String(error))) throw error;
    }
    ended = performance.now();
    cost = ended - started;
    if (storm.isOn()) schedule(LOOK);
    if (hidden.size + hollow.size) schedule((pause = Math.min(REVEAL_AT_MOST, pause * 1.1)));
    listen();
  }

  function meet(host: Element, root: ShadowRoot | null): void {
    if (root) storm.observe(root);
    else if (host.tagName !== 'DIV' && hollow.size < MAX_HOLLOW) hollow.add(host);
  }

  function watchHidden(element: Element): void {
    if (hidden.size >= MAX_HIDDEN) return;
    hidden.add(element);
    watchAncestors(element);
  }

  function watchAncestors(element: Element): void {
    for (let node: Element | null = element, climb = 0; node && climb < MAX_ANCESTORS; node = outerOf(node), climb++)
      attributes.observe(node, { attributes: true });
  }

  function again(next?: unknown): void {
    const isNext = next === true;
    if (isNext) cost = 0;
    add(wholePage(), isNext ? 0 : WAIT);
  }
  function onShow(): void {
    if (document.hidden) {
      storm.rest();
      clearTimeout(timer);
      due = Infinity;
    } else if (begun) {
      storm.observe();
      again();
    }
  }

  /** While a page is parsed nothing is listened to: then all of it is read at once. */
  function begin(): void {
    if (begun) return;
    begun = true;
    onShow();
  }
  const parsing = setTimeout(begin, document.readyState === 'loading' ? WAIT_AT_MOST : 0);
  /** Also after each reading: a page that is written anew (`document.open`) loses all listeners, and one that is there is not added twice. */
  function listen(): void {
    const on = (kinds: string, act: (event: never) => void): void => {
      for (const kind of kinds.split(' '))
        window.addEventListener(kind, act as EventListener, { signal: life.signal, capture: true });
    };
    on('DOMContentLoaded', begin);
    // Also comes when a page comes back from the browser's memory, which may be another one by now.
    on('visibilitychange', onShow);
    // Comes with a change of the fragment, too.
    on('popstate', again);
    on(REVEALS, reveal);
  }
  listen();

  return {
    watchHidden,
    watchAncestors,
    again,
    stop() {
      storm.rest();
      attributes.disconnect();
      clearTimeout(timer);
      clearTimeout(parsing);
      life.abort();
    },
  };
}
