// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type StormWatch, makeStormWatch } from '../../lib/detect/storm.ts';

let storm: StormWatch;
let told: string[];
let drowned: Element[];

beforeEach(() => {
  document.body.innerHTML =
    '<main><section id="calm"><p>a</p></section><section id="noisy"><ul></ul></section></main><footer></footer>';
  [told, drowned] = [[], []];
  storm = makeStormWatch(
    (records) => records.forEach((record) => told.push((record.target as Element).id ?? record.target.nodeName)),
    (part) => void drowned.push(part),
  );
  storm.observe();
});
afterEach(() => storm.rest());

const tick = (): Promise<void> => new Promise((done) => setTimeout(done, 0));
async function rage(where = '#noisy ul', changes = 600): Promise<void> {
  const list = document.querySelector(where)!;
  for (let i = 0; i < changes; i++) list.append(document.createElement('li'));
  list.replaceChildren(String(Math.random()));
  await tick();
}
async function change(selector: string): Promise<void> {
  document.querySelector(selector)!.append(document.createElement('i'));
  await tick();
}
/** A storm takes the noisy part out. */
async function silence(where?: string): Promise<void> {
  for (let i = 0; i < 2; i++) {
    await rage(where);
    storm.look();
  }
}

describe('changes', () => {
  it('are told one by one while they are few', async () => {
    await change('#calm');
    await change('#noisy');
    expect(told).toEqual(['calm', 'noisy']);
    expect(drowned).toEqual([]);
    expect(storm.isOn()).toBe(false);
  });

  it('that are very many are told as one, while all around is heard at once', async () => {
    await rage();
    expect(drowned).toEqual([document.querySelector('#noisy ul')]);
    await change('#calm');
    expect(told).toEqual(['calm']);
    expect(storm.isOn()).toBe(true);
  });

  it('of the same moment elsewhere are told as ever', async () => {
    document.querySelector('#calm')!.append('a toast');
    await rage();
    expect(drowned).toHaveLength(1);
    expect(told).toEqual(['calm']);
  });

  it('that came once (a page drawn anew) are heard again after the first quiet look', async () => {
    await rage();
    expect(storm.look()).toEqual([document.querySelector('#noisy ul')]);
    expect(storm.look()).toEqual([]);
    expect(storm.isOn()).toBe(false);
    await change('#noisy ul');
    expect(told).toHaveLength(1);
  });

  it('that come one by one are located by all of them, not by the last', async () => {
    const list = document.querySelector('#noisy ul')!;
    for (let i = 0; i < 450; i++) {
      (i === 399 ? document.querySelector('footer')! : list).append('x');
      await Promise.resolve();
    }
    await tick();
    expect(drowned).toEqual([list]);
  });

  it('all over the page are not observed until the next look', async () => {
    const everywhere = async (): Promise<void> => {
      for (const place of ['#calm', '#noisy', 'footer'])
        for (let i = 0; i < 200; i++) document.querySelector(place)!.append(document.createElement('i'));
      await tick();
    };
    await everywhere();
    expect(drowned).toEqual([document.body]);
    await change('#calm');
    expect(told).toEqual([]);
    expect(storm.look()).toEqual([]);
    await change('#calm');
    expect(told).toEqual(['calm']);
    // Not a storm when few come after many.
    storm.look();
    await everywhere();
    storm.look();
    expect(storm.isOn()).toBe(false);
  });
});

describe('a noisy part', () => {
  it('is no longer told about, while all around it is', async () => {
    await silence();
    expect(storm.isOn()).toBe(true);
    const before = drowned.length;
    await rage();
    expect(drowned).toHaveLength(before);
    for (const place of ['#calm', '#calm p', 'main', 'body', 'footer']) {
      told = [];
      await change(place);
      expect(told, place).toHaveLength(1);
    }
  });

  it('gives its text at each look that finds it changed', async () => {
    await silence();
    const list = document.querySelector('#noisy ul')!;
    await rage();
    expect(storm.look()).toEqual([list]);
    expect(storm.look()).toEqual([]);
    await rage();
    expect(storm.look()).toEqual([list]);
  });

  it('lets new elements beside it be heard to their depths', async () => {
    await silence();
    document.querySelector('#noisy')!.insertAdjacentHTML('beforeend', '<div id="new"><p id="deep"></p></div>');
    await tick();
    told = [];
    await change('#deep');
    expect(told).toEqual(['deep']);
  });

  it('is observed again when it has been quiet for some looks', async () => {
    await silence();
    for (let look = 0; look < 30 && storm.isOn(); look++) storm.look();
    expect(storm.isOn()).toBe(false);
    told = [];
    await change('#noisy');
    expect(told).toEqual(['noisy']);
  });

  it('is forgotten when it leaves the page', async () => {
    await silence();
    document.querySelector('#noisy')!.remove();
    await tick();
    storm.look();
    expect(storm.isOn()).toBe(false);
    told = [];
    await change('#calm');
    expect(told).toEqual(['calm']);
  });

  it('may be a second one, and a third', async () => {
    document.body.insertAdjacentHTML('beforeend', '<div id="b"></div><div id="c"></div><div id="d"></div>');
    await silence();
    for (const place of ['#b', '#c']) await silence(place);
    told = [];
    await rage('#b');
    await rage('#c');
    expect(told).toEqual([]);
    await change('#calm');
    expect(told).toEqual(['calm']);
    // More than that, and the page is looked at as a whole.
    for (let round = 0; round < 2; round++) {
      for (const place of ['#noisy ul', '#b', '#c', '#d']) await rage(place);
      storm.look();
    }
    storm.look();
    document.querySelector('#calm')!.append('toast');
    expect(storm.look()).toEqual([document.body]);
  });

  it('is the whole page where no part holds most of the changes', async () => {
    for (let round = 0; round < 2; round++) {
      for (const place of ['#calm', '#noisy', 'footer'])
        for (let i = 0; i < 200; i++) document.querySelector(place)!.append(document.createElement('i'));
      await tick();
      storm.look();
    }
    expect(storm.isOn()).toBe(true);
    document.querySelector('#calm')!.append('toast');
    expect(storm.look()).toEqual([document.body]);
  });

  it('is the part with the storm, not one that changed beside it', async () => {
    for (let round = 0; round < 2; round++) {
      const list = document.querySelector('#noisy ul')!;
      document.querySelector('#calm')!.append('x');
      for (let i = 0; i < 900; i++) list.append(document.createElement('li'));
      document.querySelector('footer')!.append('y');
      await tick();
      storm.look();
    }
    told = [];
    await change('#calm');
    await change('footer');
    expect(told).toHaveLength(2);
  });
});

it('nothing is told while it rests', async () => {
  storm.rest();
  await change('#calm');
  expect(told).toEqual([]);
  storm.observe();
  await change('#calm');
  expect(told).toEqual(['calm']);
});

describe('a part that proves noisy again', () => {
  /** Quiet looks until the part is observed like the rest. */
  async function looksUntilQuiet(): Promise<number> {
    await silence();
    expect(storm.isOn()).toBe(true);
    storm.look();
    let looks = 0;
    for (; storm.isOn() && looks < 100; looks++) storm.look();
    return looks;
  }

  it('is trusted later each time', async () => {
    const looks: number[] = [];
    for (let round = 0; round < 8; round++) looks.push(await looksUntilQuiet());
    expect(looks).toEqual([...looks].sort((a, b) => a - b));
    expect(looks[3]!).toBeGreaterThan(looks[0]! + 2);
    expect(looks.at(-1)!).toBeLessThan(100);
  });
});
