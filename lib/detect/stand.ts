/**
 * What stands on the page: changed parts are read, and what was found in them is judged together with what still stands. The states are idle
 * (nothing found) and found (a failure stands or was said in a passing toast).
 */
import type { Finding } from '../messages.ts';
import type { Gate } from './gate.ts';
import { judge } from './judge.ts';
import { type PageReader, type Sighting, mayMatter, readPart } from './read-page.ts';
import { CODE_PARAMETERS, readSurroundings } from './surroundings.ts';
import { isVisible } from './visible.ts';
import type { Batch, BatchReader, Watched } from './watch.ts';

export interface StandEvents {
  /** A failure was found, or another one than before. */
  found(finding: Finding): void;
  /** The message left the page, but what it said still holds (a closed dialog). */
  faded(): void;
  /** Nothing on the page names a failure any more. */
  gone(): void;
}

/** A passing message keeps its meaning through the route change that often follows it. */
const FRESH = 8000;
const CHECK_EVERY = 1000;

interface Standing extends Sighting {
  at: number;
}

/** Reads what a watcher hands on, and knows what stands. */
export interface Stand extends BatchReader {
  current(): Finding | null;
  stop(): void;
}

/** Makes the reader of batches. Seams: `now` for tests. */
export function makeStand(
  reader: PageReader,
  gate: Gate,
  watched: Watched,
  events: StandEvents,
  now: () => number = Date.now,
): Stand {
  let checker: ReturnType<typeof setInterval> | undefined;
  let address = location.href;
  let standing: Standing[] = [];
  let current: Finding | null = null;
  let faded = false;

  function read({ parts, moved }: Batch): void {
    if (moved) {
      address = location.href;
      standing = standing.filter((one) => isPassing(one) && now() - one.at < FRESH);
    }
    for (const root of parts) {
      // What stood here is read anew; only a passing message that nobody sees any more keeps its meaning.
      standing = standing.filter((one) => !root.contains(one.element) || (isPassing(one) && !isVisible(one.element)));
      if (mayMatter(root, gate)) take(root);
    }
    decide();
  }

  function take(root: Element): void {
    const reading = readPart(root, reader, gate, standing);
    for (const element of reading.hidden) watched.watchHidden(element);
    if (reading.success) standing = [];
    for (const sighting of reading.sightings) {
      // Beside a success, only what was put up as an error of its own counts.
      if (reading.success && !sighting.spot.container) continue;
      standing = standing.filter((one) => one.element !== sighting.element);
      standing.push({ ...sighting, at: now() });
      watched.forgetHidden(sighting.element);
      watched.watchAncestors(sighting.element);
    }
  }

  const isPassing = (one: Sighting): boolean => one.spot.place === 'toast' || one.spot.place === 'dialog';

  /** Drops what no longer stands, judges the rest and reports what changed. */
  function decide(): void {
    const visible = new Set(standing.filter((one) => isVisible(one.element)));
    for (const one of standing) if (!visible.has(one) && one.element.isConnected) watched.watchHidden(one.element);
    // A toast passes by itself and a dialog is closed by the reader; what they said stays until the page moves on.
    standing = standing.filter((one) => visible.has(one) || isPassing(one));
    const stands = standing.filter((one) => visible.has(one));
    const basis = stands.length ? stands : standing;
    const around = basis.length || needsSurroundings() ? readSurroundings(reader, new URL(location.href)) : [];
    const verdict = judge(
      [...basis, ...(basis.length || hasOwnMessage(around) ? around : [])].flatMap((one) => one.reasons),
      reader.table.roles,
    );
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
    if (
      !current ||
      current.diagnosis !== verdict.diagnosis ||
      current.code !== verdict.code ||
      current.certainty !== verdict.certainty
    ) {
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
    reader.table.addresses.some((one) =>
      one.path ? location.pathname.includes(one.path) : location.search.includes(one.query?.[0] ?? '\n'),
    );
  /** An address alone says nothing on a page that is still a form or still empty. */
  const hasOwnMessage = (around: Sighting[]): boolean =>
    around.length > 0 &&
    !document.querySelector('input:not([type=hidden])') &&
    (document.body?.innerText ?? '').trim().length > 3;

  /** A finding may end by a style sheet or a route change that no observer sees. */
  function check(): void {
    if (document.hidden) return;
    if (location.href !== address || standing.some((one) => !isPassing(one) && !isVisible(one.element)))
      watched.again();
    else if (standing.some((one) => isPassing(one))) decide();
  }

  function stopChecking(): void {
    clearInterval(checker);
    checker = undefined;
  }

  return { read, hasStanding: () => standing.length > 0, current: () => current, stop: stopChecking };
}
