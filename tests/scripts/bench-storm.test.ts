import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gateOf } from '../../bench/own-gate.ts';
import { scriptTime, threadOfPage, type ThreadEvent } from '../../bench/script-time.ts';
import { alwaysOnSize } from '../../bench/sizes.ts';
import { naivePhrases } from '../../bench/storm.ts';
import { fatesOf } from '../../bench/storm-run.ts';
import { idOfKey, makeThrowaway } from '../../bench/throwaway.ts';

const OWN = 'chrome-extension://abc/detector.js';
const PAGE = 'https://shop.example/';
const isOwn = (url: string): boolean => url.startsWith('chrome-extension://abc/');
/** An event from one microsecond to another. */
const event = (
  name: string,
  from: number,
  to: number,
  url?: string,
  change: Partial<ThreadEvent> = {},
): ThreadEvent => ({
  name,
  ph: 'X',
  ts: from,
  dur: to - from,
  pid: 1,
  tid: 1,
  ...(url === undefined ? {} : { args: { data: { url } } }),
  ...change,
});
const timeOf = (...events: ThreadEvent[]): { time: number; calls: number } => scriptTime(events, '1/1', isOwn);

describe('the time of a script in a trace', () => {
  it('counts what runs inside itself once, and the call with what the browser does around it', () => {
    expect(timeOf(event('FunctionCall', 2000, 8000, OWN), event('FunctionCall', 3000, 4000, OWN))).toEqual({
      time: 6,
      calls: 1,
    });
    expect(timeOf(event('TimerFire', 0, 10_000), event('FunctionCall', 2000, 8000, OWN))).toEqual({
      time: 10,
      calls: 1,
    });
  });

  it('leaves the page its own time, and takes what follows when observers are told', () => {
    const page = event('FunctionCall', 1000, 5000, PAGE);
    expect(timeOf(event('TimerFire', 0, 6000), page)).toEqual({ time: 0, calls: 0 });
    expect(timeOf(event('TimerFire', 0, 9000), page, event('FunctionCall', 6000, 8000, OWN))).toEqual({
      time: 4,
      calls: 1,
    });
    // Between two calls of the page: from the end of the first to the beginning of the second.
    expect(
      timeOf(
        event('TimerFire', 0, 20_000),
        page,
        event('FunctionCall', 6000, 8000, OWN),
        event('FunctionCall', 10_000, 15_000, PAGE),
      ),
    ).toEqual({ time: 5, calls: 1 });
    // Called in the middle of the page's own function, by a listener for instance.
    expect(timeOf(event('TimerFire', 0, 6000), page, event('FunctionCall', 2000, 3000, OWN))).toEqual({
      time: 1,
      calls: 1,
    });
  });

  it("goes by the thread's own clock where every event has it, and looks at one thread", () => {
    const slow = { tts: 500, tdur: 1000 };
    expect(timeOf(event('FunctionCall', 0, 8000, OWN, slow))).toEqual({ time: 1, calls: 1 });
    expect(timeOf(event('TimerFire', 0, 9000), event('FunctionCall', 0, 8000, OWN, slow)).time).toBe(9);
    expect(timeOf(event('FunctionCall', 0, 8000, OWN, { tid: 2 }))).toEqual({ time: 0, calls: 0 });
  });

  it('finds the thread of a page, and no thread where the page ran nothing', () => {
    const events = [
      event('FunctionCall', 0, 10, PAGE, { tid: 3 }),
      event('FunctionCall', 0, 500, `${PAGE}x`, { tid: 4 }),
      event('FunctionCall', 0, 900, OWN),
    ];
    expect(threadOfPage(events, PAGE)).toBe('1/4');
    expect(threadOfPage(events, 'https://other.example/')).toBeNull();
  });
});

describe('the fate of a toast', () => {
  const toasts = [
    { what: 'a', at: 1000 },
    { what: 'b', at: 3000 },
  ];
  const told = (...list: [what: string, at: number][]): { what: string; at: number }[] =>
    list.map(([what, at]) => ({ what, at }));

  it('is found by what it says, from when it was put up until the next one', () => {
    const [first, second] = fatesOf(
      toasts,
      told(['a', 1040], ['b', 3100]),
      told(['a', 1050], ['b', 3120]),
      [1060, 3130],
      Infinity,
    );
    expect(first).toEqual({ found: 40, stored: 50, hint: 60 });
    expect(second).toEqual({ found: 100, stored: 120, hint: 130 });
  });

  it('is missed where something else is told, too early or too late', () => {
    const missed = { found: null, stored: null, hint: null };
    expect(fatesOf(toasts, told(['b', 1040], ['a', 900], ['a', 3000]), told(['a', 1050]), [1060], Infinity)).toEqual([
      missed,
      missed,
    ]);
    expect(fatesOf(toasts, told(['b', 5000]), [], [], 5000)).toEqual([missed, missed]);
  });

  it('has no hint of the one before', () => {
    expect(fatesOf(toasts, told(['b', 3100]), told(['b', 3110]), [3050], Infinity)[1]).toEqual({
      found: 100,
      stored: 110,
      hint: null,
    });
  });
});

describe('what ours is compared with', () => {
  it('is a thousand different phrases, those of the toasts among them', () => {
    expect(new Set(naivePhrases()).size).toBe(1000);
    expect(naivePhrases()).toContain('银行卡余额不足，无法付款');
  });

  it('is an extension with an id known beforehand, in a folder that goes away', () => {
    expect(idOfKey(Buffer.from(''))).toBe('odlameecjipmbmbejkplpemijjgpljce');
    const made = makeThrowaway({ popup: '<p>x</p>', scripts: [{ host: 'naive.example', code: '0' }] });
    const manifest = JSON.parse(readFileSync(join(made.folder, 'manifest.json'), 'utf8')) as {
      action: unknown;
      content_scripts: { matches: string[] }[];
    };
    expect(manifest.action).toEqual({ default_popup: 'popup.html' });
    expect(manifest.content_scripts[0]!.matches).toEqual(['https://naive.example/*']);
    expect(made.url('popup.html')).toBe(`chrome-extension://${made.id}/popup.html`);
    made.remove();
    expect(existsSync(made.folder)).toBe(false);
  });
});

describe('the size of the script on every page', () => {
  const own = gateOf(['余额不足无法付款']);
  const script = `go(${JSON.stringify(own)})`;

  it('grows with the phrases', () => {
    const many = Array.from({ length: 200 }, (_, index) =>
      String.fromCharCode(...[0, 1, 2, 3].map((place) => 0x4e00 + index * 40 + place * 9)),
    );
    expect(alwaysOnSize(many, script, own)).toBeGreaterThan(alwaysOnSize(['余额不足无法付款'], script, own) + 200);
  });

  it('is not told of a script without the gate', () => {
    expect(() => alwaysOnSize(['余额不足'], 'go()', own)).toThrow('does not hold the gate');
  });
});
