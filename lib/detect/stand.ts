/**
 * What stands on the page: changed parts are read, and what was found in them is judged together with what still stands. The states are idle
 * (nothing found) and found (a failure stands or was said in a passing toast). What says that a payment went through stands likewise, and
 * ends what was said before it: the ordinary end of a failure is another try that succeeds.
 */
import type { Finding, PageMessage } from '../messages.ts';
import { isCovered } from './covered.ts';
import { plain } from './dom.ts';
import type { Gate } from './gate.ts';
import { judge } from './judge.ts';
import { paidPlaces } from './paid.ts';
import { paidBeside } from './read-errors.ts';
import { saidBy } from './said.ts';
import { type PageReader, type Sighting, mayMatter, readPart } from './read-page.ts';
import type { Reason } from './reasons.ts';
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
  /** The page says that a payment went through, and names no failure beside it. */
  paid(): void;
}

/** A passing message keeps its meaning through the route change that often follows it. */
const FRESH = 8000;
const CHECK_EVERY = 1000;

type FoundMessage = Extract<PageMessage, { type: 'found' }>;

interface Standing extends Sighting {
  at: number;
}

/** Reads what a watcher hands on, and knows what stands. */
export interface Stand extends BatchReader {
  current(): Finding | null;
  /** Nothing known was said: what stands is a failure only if a second reading says so. */
  isDoubtful(): boolean;
  /** The lines of what stands, masked, for a second reading. */
  said(): string;
  /** Where on the screen the messages stand that can be seen. */
  boxes(): DOMRect[];
  /** The payment went through elsewhere in the tab: only a failure that can be seen still counts. */
  settle(): void;
  stop(): void;
}

/** What is told of a finding. A code or a sentence that is known needs no second reading. */
export function foundMessage(finding: Finding, stand: Pick<Stand, 'said' | 'isDoubtful'>): FoundMessage {
  const said = finding.certainty !== 'exact' && !finding.code ? stand.said() : '';
  return {
    type: 'found',
    finding,
    ...(said ? { said } : {}),
    ...(stand.isDoubtful() ? { doubtful: true } : {}),
  };
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
  /** What says that a payment went through; and whether that was told. */
  let successes: Element[] = [];
  let paidTold = false;
  let current: Finding | null = null;
  let faded = false;
  let doubtful = false;
  /** What a finding was told with that is read a second time, without its numbers: a countdown is no news. */
  let told = '';

  const isBusy = (reason: Reason): boolean => reader.table.roles.covers.includes(reason.diagnosis);
  const isSeen = (element: Element): boolean => isVisible(element) && !isCovered(element);

  function read({ parts, moved }: Batch): void {
    if (moved) {
      address = location.href;
      standing = standing.filter((one) => isPassing(one) && now() - one.at < FRESH);
    }
    for (const root of parts) {
      // What stood here is read anew; only a passing message that nobody sees any more keeps its meaning.
      standing = standing.filter(
        (one) => !plain(root).contains(one.element) || (isPassing(one) && !isVisible(one.element)),
      );
      successes = successes.filter((one) => !plain(root).contains(one));
      if (mayMatter(root, gate) || paidPlaces(plain(root).textContent ?? '').length) take(root);
    }
    decide();
  }

  function take(root: Element): void {
    const reading = readPart(root, reader, gate, standing);
    for (const element of reading.hidden) watched.watchHidden(element);
    const paid = reading.paid.filter(isSeen);
    const success = reading.success && (paid.length > 0 || !reading.paid.length);
    // What had passed before is over; what still stands as an error of its own is not.
    if (success) standing = standing.filter((one) => one.spot.container && isSeen(one.element));
    successes.push(...paid);
    paid.forEach(watched.watchAncestors);
    for (const element of reading.paid) if (!paid.includes(element)) watched.watchHidden(element);
    for (const sighting of [...reading.sightings, ...reading.doubts]) {
      standing = standing.filter((one) => one.element !== sighting.element);
      // Beside a success, only what was put up as an error of its own counts; and what is busy there is another part of the page.
      if (success && (!sighting.spot.container || sighting.reasons.every(isBusy))) continue;
      standing.push({ ...sighting, at: now() });
      watched.watchAncestors(sighting.element);
    }
  }

  const isPassing = (one: Sighting): boolean => one.spot.place === 'toast' || one.spot.place === 'dialog';

  /** Drops what no longer stands, judges the rest and reports what changed. */
  function decide(): void {
    successes = successes.filter((one) => plain(one).isConnected);
    const isPaid = successes.some(isSeen);
    if (!isPaid) paidTold = false;
    else standing = standing.filter((one) => one.spot.container);
    const visible = new Set(standing.filter((one) => isSeen(one.element)));
    for (const one of standing)
      if (!visible.has(one) && plain(one.element).isConnected) watched.watchHidden(one.element);
    // A toast passes by itself and a dialog is closed by the reader; what they said stays until the page moves on
    // or says that the payment went through.
    standing = standing.filter((one) => visible.has(one) || (isPassing(one) && !isPaid));
    const stands = standing.filter((one) => visible.has(one));
    const basis = stands.length ? stands : standing;
    const around =
      !isPaid && (basis.length || needsSurroundings()) ? readSurroundings(reader, new URL(location.href)) : [];
    const beside = basis.length ? successes.find(isSeen) : undefined;
    const verdict = judge(
      [
        ...[...basis, ...(basis.length || hasOwnMessage(around) ? around : [])].flatMap((one) => one.reasons),
        ...(beside ? [paidBeside(beside, reader)] : []),
      ],
      reader.table.roles,
    );
    if (!verdict) {
      const before = current;
      current = null;
      told = '';
      faded = false;
      stopChecking();
      if (isPaid && !paidTold) events.paid();
      else if (before) events.gone();
      paidTold = isPaid;
      return;
    }
    const before = doubtful;
    doubtful =
      basis.length > 0 && basis.every((one) => one.doubtful) && verdict.diagnosis === reader.table.roles.nameless;
    // The same verdict on other words may be another failure, which only a second reading can tell.
    const isRead = verdict.certainty !== 'exact' && !verdict.code;
    const says = isRead && stands.length ? saidBy(stands, reader).replace(/[\d•]+/g, '') : told;
    const onlyClosedDialogs = !stands.length && standing.every((one) => one.spot.place === 'dialog');
    if (
      !current ||
      current.diagnosis !== verdict.diagnosis ||
      current.code !== verdict.code ||
      current.certainty !== verdict.certainty ||
      says !== told ||
      before !== doubtful
    ) {
      told = says;
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
    if (location.href !== address || standing.some((one) => !isPassing(one) && !isSeen(one.element))) watched.again();
    else if (standing.some((one) => isPassing(one))) decide();
  }

  function settle(): void {
    standing = standing.filter((one) => isSeen(one.element));
    decide();
  }

  function stopChecking(): void {
    clearInterval(checker);
    checker = undefined;
  }

  return {
    read,
    hasStanding: () => standing.length + successes.length > 0,
    current: () => current,
    isDoubtful: () => doubtful,
    said: () => saidBy(standing, reader),
    boxes: () => standing.filter((one) => isSeen(one.element)).map((one) => plain(one.element).getBoundingClientRect()),
    settle,
    stop: stopChecking,
  };
}
