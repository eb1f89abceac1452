/**
 * Watching one document: what changed is collected, read in batches, and judged together with what still stands. The states
 * are idle (nothing found), found (a failure stands or was said in a passing toast) and stopped (the extension is gone).
 *
 * The page is only read: no patched history, no page scripts, no messages. Nothing happens while the page is hidden or quiet.
 */
import type { Finding } from '../messages.ts';
import { judge } from './judge.ts';
import { blockAround, isVisible } from './page-text.ts';
import { CODE_PARAMETERS, type PageReader, type Sighting, mayMatter, readPart, readSurroundings } from './read-page.ts';

export interface WatchEvents {
  /** A failure was found, or another one than before. `hintable` is false once a dialog has been closed by the user. */
  found(finding: Finding): void;
  /** The message left the page, but what it said still holds (a closed dialog). */
  faded(): void;
  /** Nothing on the page names a failure any more. */
  gone(): void;
}

const WAIT = 120;
const WAIT_AT_MOST = 1000;
const MAX_ROOTS = 64;
/** A passing message keeps its meaning through the route change that often follows it. */
const FRESH = 8000;
const CHECK_EVERY = 1000;
const MAX_HIDDEN = 40;
const MAX_ANCESTORS = 30;

interface Standing extends Sighting {
  at: number;
}

/** What can hold a message; a document itself has no text content. */
const page = (): Element => document.body ?? document.documentElement;

/** Starts watching; gives a function that stops it for good. Seams: `now` for tests. */
export function watch(reader: PageReader, events: WatchEvents, now: () => number = Date.now): { stop(): void; current(): Finding | null } {
  let roots = new Set<Node>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let checker: ReturnType<typeof setInterval> | undefined;
  let address = location.href;
  let standing: Standing[] = [];
  let current: Finding | null = null;
  let faded = false;
  let cost = 0;
  const hidden = new Set<Element>();

  const observer = new MutationObserver((records) => {
    for (const record of records) {
      if (record.type === 'characterData') add(record.target.parentNode);
      else for (const node of record.addedNodes) if (node.nodeType === 1 || node.nodeType === 3) add(node.nodeType === 3 ? record.target : node);
      if (record.removedNodes.length && standing.length) schedule();
    }
  });
  // Hidden candidates (every healthy page has some) are watched without touching the rest of the page: attributes of their
  // ancestors, and the browser's own word that they came into view.
  const attributes = new MutationObserver(() => {
    for (const element of hidden) add(element);
    schedule();
  });
  const inView = new IntersectionObserver((entries) => {
    for (const entry of entries) if (entry.isIntersecting) add(entry.target);
  });

  function add(node: Node | null): void {
    if (!node) return;
    if (roots.size >= MAX_ROOTS) roots = new Set([page()]);
    else roots.add(node);
    schedule();
  }

  function schedule(): void {
    if (timer !== undefined || document.hidden) return;
    // The costlier the last reading, the longer the rest, so that a storm of changes costs a few per cent at most.
    timer = setTimeout(flush, Math.min(WAIT_AT_MOST, Math.max(WAIT, cost * 30)));
  }

  function flush(): void {
    timer = undefined;
    if (document.hidden) return;
    const started = performance.now();
    const moved = location.href !== address;
    if (moved) {
      address = location.href;
      standing = standing.filter((one) => isPassing(one) && now() - one.at < FRESH);
      roots = new Set([page()]);
    }
    const blocks = new Set([...roots].map(blockAround));
    const batch = [...blocks].filter((root) => root.isConnected && ![...blocks].some((other) => other !== root && other.contains(root)));
    roots = new Set();
    for (const root of batch) {
      // What stood here is read anew; only a passing message that nobody sees any more keeps its meaning.
      standing = standing.filter((one) => !root.contains(one.element) || (isPassing(one) && !isVisible(one.element)));
      if (mayMatter(root, reader)) take(root);
    }
    decide();
    cost = cost * 0.5 + (performance.now() - started) * 0.5;
  }

  function take(root: Node): void {
    const reading = readPart(root, reader, standing);
    for (const element of reading.hidden) watchHidden(element);
    if (reading.success) standing = [];
    for (const sighting of reading.sightings) {
      // Beside a success, only what was put up as an error of its own counts.
      if (reading.success && !sighting.spot.container) continue;
      standing = standing.filter((one) => one.element !== sighting.element);
      standing.push({ ...sighting, at: now() });
      forgetHidden(sighting.element);
      watchAncestors(sighting.element);
    }
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
    for (let node: Element | null = element, climb = 0; node && climb < MAX_ANCESTORS; node = node.parentElement, climb++)
      attributes.observe(node, { attributes: true, attributeFilter: ['class', 'style', 'hidden', 'open'] });
  }

  const isPassing = (one: Sighting): boolean => one.spot.place === 'toast' || one.spot.place === 'dialog';

  /** Drops what no longer stands, judges the rest and reports what changed. */
  function decide(): void {
    const visible = new Set(standing.filter((one) => isVisible(one.element)));
    for (const one of standing) if (!visible.has(one) && one.element.isConnected) watchHidden(one.element);
    // A toast passes by itself and a dialog is closed by the reader; what they said stays until the page moves on.
    standing = standing.filter((one) => visible.has(one) || isPassing(one));
    const stands = standing.filter((one) => visible.has(one));
    const basis = stands.length ? stands : standing;
    const around = basis.length || needsSurroundings() ? readSurroundings(reader, new URL(location.href)) : [];
    const verdict = judge([...basis, ...(basis.length || hasOwnMessage(around) ? around : [])].flatMap((one) => one.reasons));
    if (!verdict) {
      if (current) {
        current = null;
        faded = false;
        stopChecking();
        events.gone();
      }
      return;
    }
    const onlyClosedDialogs = !stands.length && standing.every((one) => one.spot.place === 'dialog');
    if (!current || current.diagnosis !== verdict.diagnosis || current.code !== verdict.code || current.certainty !== verdict.certainty) {
      current = { ...verdict, host: location.hostname, at: now() };
      faded = false;
      checker ??= setInterval(check, CHECK_EVERY);
      events.found(current);
    } else if (onlyClosedDialogs && !faded) {
      faded = true;
      events.faded();
    } else if (!onlyClosedDialogs && faded) {
      faded = false;
      events.found(current);
    }
  }

  const needsSurroundings = (): boolean =>
    CODE_PARAMETERS.some((name) => location.search.includes(`${name}=`)) ||
    reader.table.addresses.some((one) => (one.path ? location.pathname.includes(one.path) : location.search.includes(one.query?.[0] ?? '\n')));
  /** An address alone says nothing on a page that is still a form or still empty. */
  const hasOwnMessage = (around: Sighting[]): boolean => around.length > 0 && !document.querySelector('input:not([type=hidden])') && (document.body?.innerText ?? '').trim().length > 3;

  /** A finding may end by a style sheet or a route change that no observer sees. */
  function check(): void {
    if (document.hidden) return;
    if (location.href !== address || standing.some((one) => !isPassing(one) && !isVisible(one.element))) flush();
    else if (standing.some((one) => isPassing(one))) decide();
  }

  function stopChecking(): void {
    clearInterval(checker);
    checker = undefined;
  }

  const onShow = (): void => {
    if (!document.hidden) add(page());
  };
  const onRoute = (): void => add(page());

  observer.observe(document, { childList: true, characterData: true, subtree: true });
  document.addEventListener('visibilitychange', onShow);
  window.addEventListener('pageshow', onShow);
  window.addEventListener('popstate', onRoute);
  window.addEventListener('hashchange', onRoute);
  if (document.documentElement) add(page());

  return {
    current: () => current,
    stop() {
      observer.disconnect();
      attributes.disconnect();
      inView.disconnect();
      clearTimeout(timer);
      stopChecking();
      document.removeEventListener('visibilitychange', onShow);
      window.removeEventListener('pageshow', onShow);
      window.removeEventListener('popstate', onRoute);
      window.removeEventListener('hashchange', onRoute);
    },
  };
}
