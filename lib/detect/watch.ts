/**
 * Watching one document: what changed is collected and handed on in batches. Nothing happens while the page is hidden or quiet, and the
 * costlier the last batches were, the longer the next one waits. What a storm of changes does to the page is not read change by change: see
 * `storm.ts`.
 *
 * The page is only read: no patched history, no page scripts, no messages.
 */
import { blockAround, wholePage } from './blocks.ts';
import { makeStormWatch } from './storm.ts';

/** What a reader can ask of the watcher. */
export interface Watched {
  /** Tells when a hidden element may have come into view, without touching the rest of the page. */
  watchHidden(element: Element): void;
  forgetHidden(element: Element): void;
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
const MAX_HIDDEN = 40;
const MAX_ANCESTORS = 30;

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
  let hiddenDue = false;

  const storm = makeStormWatch(
    (records) => {
      for (const record of records) {
        if (record.type === 'characterData') add(record.target.parentNode);
        else
          for (const node of record.addedNodes)
            if (node.nodeType === 1 || node.nodeType === 3) add(node.nodeType === 3 ? record.target : node);
        if (record.removedNodes.length && reader.hasStanding()) schedule();
      }
    },
    () => add(wholePage()),
  );
  // Hidden candidates (every healthy page has some) are watched by attributes of their ancestors and by the browser's own word that they
  // came into view.
  const attributes = new MutationObserver(() => {
    if (hiddenDue) return;
    hiddenDue = true;
    for (const element of hidden) add(element);
    schedule();
  });
  const inView = new IntersectionObserver((entries) => {
    for (const entry of entries) if (entry.isIntersecting) add(entry.target);
  });

  function add(node: Node | null, wait?: number): void {
    if (!node) return;
    if (changed.size >= MAX_PARTS) changed = new Set([wholePage()]);
    else changed.add(node);
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
    const blocks = new Set([...changed].map(blockAround));
    const parts = [...blocks].filter(
      (part): part is Element =>
        part.isConnected && part.nodeType === 1 && ![...blocks].some((other) => other !== part && other.contains(part)),
    );
    changed = new Set();
    hiddenDue = false;
    reader.read({ parts, moved });
    ended = performance.now();
    cost = ended - started;
    if (storm.isOn()) schedule(LOOK);
  }

  function watchHidden(element: Element): void {
    if (hidden.has(element)) return;
    // Templates of routes that are gone make room for those of the next.
    if (hidden.size >= MAX_HIDDEN) for (const one of hidden) if (!one.isConnected) forgetHidden(one);
    if (hidden.size >= MAX_HIDDEN) return;
    hidden.add(element);
    inView.observe(element);
    watchAncestors(element);
  }

  function forgetHidden(element: Element): void {
    hidden.delete(element);
    inView.unobserve(element);
  }

  function watchAncestors(element: Element): void {
    for (
      let node: Element | null = element, climb = 0;
      node && climb < MAX_ANCESTORS;
      node = node.parentElement, climb++
    )
      attributes.observe(node, { attributes: true, attributeFilter: ['class', 'style', 'hidden', 'open'] });
  }

  function again(next?: true): void {
    if (next) cost = 0;
    add(wholePage(), next && 0);
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

  // A page that comes back from the browser's memory may be another one by now.
  const onReturn = (event: PageTransitionEvent): void => void (event.persisted && onShow());

  /** While a page is parsed nothing is listened to: then all of it is read at once. */
  function begin(): void {
    if (begun) return;
    begun = true;
    onShow();
  }
  const parsing = setTimeout(begin, document.readyState === 'loading' ? WAIT_AT_MOST : 0);
  const { signal } = life;
  document.addEventListener('DOMContentLoaded', begin, { signal });
  document.addEventListener('visibilitychange', onShow, { signal });
  window.addEventListener('pageshow', onReturn, { signal });
  // Comes with a change of the fragment, too.
  window.addEventListener('popstate', () => again(), { signal });

  return {
    watchHidden,
    forgetHidden,
    watchAncestors,
    again,
    stop() {
      storm.rest();
      attributes.disconnect();
      inView.disconnect();
      clearTimeout(timer);
      clearTimeout(parsing);
      life.abort();
    },
  };
}
