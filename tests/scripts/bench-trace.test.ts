import { describe, expect, it } from 'vitest';
import { type TraceEvent, visitsOf } from '../../bench/trace.ts';

const OWN = 'chrome-extension://own/detector.js';
const BROUGHT = 'chrome-extension://own/reader.js';
const PAGE = 'https://shop.example/page.js';

/** An event with a duration; times in milliseconds, so that they read like the results. */
function event(name: string, at: number, took: number, url?: string, pid = 1): TraceEvent {
  return {
    name,
    ph: 'X',
    ts: at * 1000,
    dur: took * 1000,
    pid,
    tid: 10,
    ...(url === undefined ? {} : { args: { data: { url } } }),
  };
}
const begin = (at: number, took: number, pid = 1): TraceEvent => event('EvaluateScript', at, took, OWN, pid);
const call = (at: number, took: number, url = OWN, pid = 1): TraceEvent => event('FunctionCall', at, took, url, pid);

describe('the cost of a script in a trace', () => {
  it('is its evaluation alone when nothing of it runs later', () => {
    expect(visitsOf([begin(100, 3)], OWN)).toEqual([{ evaluated: 3, later: 0, calls: 0, total: 3 }]);
  });

  it('does not count what runs inside the evaluation again', () => {
    expect(visitsOf([begin(100, 3), call(101, 1)], OWN)).toEqual([{ evaluated: 3, later: 0, calls: 0, total: 3 }]);
  });

  it('adds timers and observers that run later, with what the browser does around them', () => {
    const events = [
      begin(100, 3),
      event('TimerFire', 200, 6),
      call(201, 4),
      event('RunMicrotasks', 300, 2),
      call(300.5, 1),
    ];
    expect(visitsOf(events, OWN)).toEqual([{ evaluated: 3, later: 8, calls: 2, total: 11 }]);
  });

  it('leaves out what others do, and the timers in which only others run', () => {
    const events = [
      begin(100, 3),
      call(150, 9, PAGE),
      event('TimerFire', 200, 6),
      call(201, 4, PAGE),
      event('Layout', 220, 50),
    ];
    expect(visitsOf(events, OWN)[0]).toMatchObject({ later: 0, calls: 0 });
  });

  it('counts the scripts that it brings only when told to', () => {
    const events = [begin(100, 3), event('EvaluateScript', 150, 5, BROUGHT), call(170, 2, BROUGHT)];
    expect(visitsOf(events, OWN)[0]!.total).toBe(3);
    expect(visitsOf(events, OWN, (url) => url.startsWith('chrome-extension://own/'))).toEqual([
      { evaluated: 3, later: 7, calls: 2, total: 10 },
    ]);
  });

  it('has a visit for each time the script was evaluated, in the order of time and apart by process', () => {
    const events = [
      begin(900, 1, 2),
      call(150, 2),
      begin(500, 4),
      call(510, 1),
      call(905, 7, OWN, 2),
      begin(100, 3),
      call(950, 1),
    ];
    expect(visitsOf(events, OWN).map(({ evaluated, later }) => [evaluated, later])).toEqual([
      [3, 2],
      [4, 2],
      [1, 7],
    ]);
  });

  it('does without events that have no duration, and finds nothing in another trace', () => {
    const mark: TraceEvent = { name: 'EvaluateScript', ph: 'I', ts: 1, pid: 1, tid: 10, args: { data: { url: OWN } } };
    expect(visitsOf([mark, call(5, 2, PAGE)], OWN)).toEqual([]);
    expect(visitsOf([mark, begin(100, 3)], OWN)).toHaveLength(1);
  });
});
