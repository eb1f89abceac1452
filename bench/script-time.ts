/** How long the scripts of one owner kept a thread busy, out of a trace. */

/** One event of a trace; times in microseconds. */
export interface TraceEvent {
  name: string;
  /** `X` has a duration. */
  ph: string;
  ts: number;
  dur?: number;
  pid: number;
  tid: number;
  args?: { data?: { url?: string } };
}

/** Thread time leaves out what other programs took; not every event of every browser carries it. */
export interface ThreadEvent extends TraceEvent {
  tts?: number;
  tdur?: number;
}

export interface ScriptTime {
  /** Milliseconds, nothing counted twice. */
  time: number;
  /** How often something of the owner's was called from outside. */
  calls: number;
}

/** Events that name the script they run. */
const SCRIPTS = new Set(['FunctionCall', 'EvaluateScript']);
/** Events around them, in which the browser also prepares what a script is given: the list of changes for an observer, for instance. */
const WRAPPERS = new Set([
  'TimerFire',
  'RunMicrotasks',
  'FireIdleCallback',
  'FireAnimationFrame',
  'RunPostTaskCallback',
  'HandlePostMessage',
]);

type Kind = 'own' | 'foreign' | 'wrapper';

interface Node {
  kind: Kind;
  /** By the clock on the wall, for what ran inside what. */
  until: number;
  /** By the thread's own clock where there is one. */
  start: number;
  end: number;
  inside: Node[];
}

export const urlOf = (event: TraceEvent): string => event.args?.data?.url ?? '';
export const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}/${tid}`;

/** The events as a forest: each holds what ran within it. */
function nested(events: readonly ThreadEvent[], kindOf: (event: TraceEvent) => Kind): Node[] {
  const byThread = events.every((event) => event.tts !== undefined && event.tdur !== undefined);
  const roots: Node[] = [];
  const open: Node[] = [];
  for (const event of [...events].sort((a, b) => a.ts - b.ts || b.dur! - a.dur!)) {
    const start = byThread ? event.tts! : event.ts;
    const node: Node = {
      kind: kindOf(event),
      until: event.ts + event.dur!,
      start,
      end: start + (byThread ? event.tdur! : event.dur!),
      inside: [],
    };
    while (open.length && open.at(-1)!.until <= event.ts) open.pop();
    (open.at(-1)?.inside ?? roots).push(node);
    open.push(node);
  }
  return roots;
}

const ownCalls = (node: Node): number =>
  node.kind === 'own' ? 1 : node.kind === 'foreign' ? 0 : node.inside.reduce((sum, one) => sum + ownCalls(one), 0);
const hasForeign = (node: Node): boolean =>
  node.kind === 'foreign' || (node.kind === 'wrapper' && node.inside.some(hasForeign));

/**
 * Adds up what an owner's scripts took. The browser's work around their calls counts too, from the end of the last call of somebody else: after
 * a page's function has returned, observers are told what it changed, and the list of changes is made for them.
 * @param thread see `threadOf`
 */
export function scriptTime(
  events: readonly ThreadEvent[],
  thread: string,
  isOwn: (url: string) => boolean,
): ScriptTime {
  const total: ScriptTime = { time: 0, calls: 0 };
  const kindOf = (event: TraceEvent): Kind =>
    !SCRIPTS.has(event.name) ? 'wrapper' : isOwn(urlOf(event)) ? 'own' : 'foreign';
  const take = (start: number, end: number, calls: number): void => {
    total.time += Math.max(0, end - start) / 1000;
    total.calls += calls;
  };
  const add = (node: Node): void => {
    if (node.kind === 'own') return take(node.start, node.end, 1);
    if (node.kind === 'foreign') return node.inside.forEach(add);
    let from = node.start;
    let calls = 0;
    for (const one of node.inside) {
      if (!hasForeign(one)) calls += ownCalls(one);
      else {
        if (calls) take(from, one.start, calls);
        add(one);
        [from, calls] = [one.end, 0];
      }
    }
    if (calls) take(from, node.end, calls);
  };
  const told = events.filter(
    (event) =>
      event.ph === 'X' &&
      event.dur !== undefined &&
      threadOf(event) === thread &&
      (SCRIPTS.has(event.name) || WRAPPERS.has(event.name)),
  );
  nested(told, kindOf).forEach(add);
  return total;
}

/** The thread in which a page's own script ran longest, or null when none ran. */
export function threadOfPage(events: readonly TraceEvent[], address: string): string | null {
  const times = new Map<string, number>();
  for (const event of events)
    if (event.name === 'FunctionCall' && urlOf(event).startsWith(address))
      times.set(threadOf(event), (times.get(threadOf(event)) ?? 0) + (event.dur ?? 0));
  return [...times].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
