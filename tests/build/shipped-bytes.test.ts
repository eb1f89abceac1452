import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { engineBytes, engineFiles } from '../../scripts/vite/picture-engine.ts';
import { BUILD_TIME, ROOT, TARGETS, type Target, shipped } from './shipped.ts';

let files: Record<Target, Map<string, Buffer>>;
beforeAll(async () => {
  files = await shipped();
}, BUILD_TIME);

/** Our own scripts. The engine's lies in a folder of its own, unchanged, and is judged below. */
const scriptsOf = (target: Target): [string, string][] =>
  [...files[target]]
    .filter(([name]) => name.endsWith('.js') && !name.startsWith('picture/'))
    .map(([name, content]) => [name, String(content)]);

/** What no shipped script may hold: ways out of the browser, ways to write HTML, and ways to run text as code. */
const BANNED: Readonly<Record<string, RegExp>> = {
  fetch: /\bfetch\s*\(|["'`]fetch["'`]/g,
  XMLHttpRequest: /XMLHttpRequest/g,
  WebSocket: /WebSocket/g,
  WebTransport: /WebTransport/g,
  EventSource: /EventSource/g,
  sendBeacon: /sendBeacon/g,
  'peer connection': /RTCPeerConnection/g,
  importScripts: /importScripts/g,
  'a worker': /\bnew (?:Shared)?Worker\b/g,
  'a picture made to load': /\bnew Image\b/g,
  'a message to the page': /\bpostMessage\s*\(/g,
  'a message channel': /MessageChannel|BroadcastChannel/g,
  innerHTML: /innerHTML/g,
  outerHTML: /outerHTML/g,
  insertAdjacentHTML: /insertAdjacentHTML/g,
  'document.write': /document\.write/g,
  setHTML: /setHTML(?:Unsafe)?/g,
  createContextualFragment: /createContextualFragment/g,
  srcdoc: /srcdoc/g,
  DOMParser: /DOMParser/g,
  eval: /\beval\s*\(/g,
  'new Function': /\bnew Function\b|\bFunction\s*\(\s*["'`]/g,
  'a script made by a script': /createElement\(\s*["'`]script["'`]/g,
  'a text for a timer': /set(?:Timeout|Interval)\(\s*["'`]/g,
  'javascript:': /javascript:/gi,
  cookies: /\.cookie\b/g,
  localStorage: /localStorage/g,
  sessionStorage: /sessionStorage/g,
  indexedDB: /indexedDB/g,
  'a source map': /sourceMappingURL/g,
  'a path of the machine': /\/(?:home|Users|root|work)\/[a-z]/g,
  debugger: /\bdebugger\b/g,
};

/** What libraries hold of it and cannot do, each with how often and why. */
const ALLOWED: readonly { rule: string; text: RegExp; times: number; why: string }[] = [
  {
    rule: 'fetch',
    text: /await fetch\([`"']?\/?\$?\{?\w*\}?\/\$\{\w+\}`\)/g,
    times: 1,
    why: 'the worker that reads pictures takes the engine from its own extension; the CSP has no other address',
  },
  {
    rule: 'importScripts',
    text: /\b\w{1,30}\.importScripts\(/g,
    times: 1,
    why: 'the same worker, behind its own policy',
  },
  { rule: 'a worker', text: /new Worker\(/g, times: 1, why: 'the worker that reads pictures, behind its own policy' },
  {
    rule: 'a message to the page',
    text: /\b\w{1,30}\.postMessage\(\{id:/g,
    times: 6,
    why: 'between the popup and the worker that reads pictures; neither can reach a page',
  },
  {
    rule: 'innerHTML',
    text: /\(\w{1,30}\.__html,\w{1,30}\.innerHTML\)/g,
    times: 1,
    why: 'Preact compares it; the line that wrote it is taken out by scripts/vite/no-inner-html.ts',
  },
];

describe.each(TARGETS)('the scripts of %s', (target) => {
  it('are there', () => {
    expect(scriptsOf(target).map(([name]) => name)).toEqual(
      expect.arrayContaining(['background.js', 'detector.js', 'reader.js', 'check-page.js']),
    );
    expect(scriptsOf(target).length).toBeGreaterThan(10);
  });

  it.each(Object.keys(BANNED))('have no %s', (rule) => {
    const allowed = ALLOWED.filter((one) => one.rule === rule);
    let excused = 0;
    const found = scriptsOf(target).flatMap(([name, script]) => {
      const rest = allowed.reduce((text, one) => text.replace(one.text, () => (excused++, '')), script);
      return [...rest.matchAll(BANNED[rule]!)].map(
        (hit) => `${name}: …${rest.slice(Math.max(0, hit.index - 60), hit.index + 60)}…`,
      );
    });
    expect(found).toEqual([]);
    expect(excused).toBe(allowed.reduce((sum, one) => sum + one.times, 0));
  });

  it('import one another by name only', () => {
    for (const [name, script] of scriptsOf(target))
      for (const [, what] of script.matchAll(/\bimport\(\s*([^)]{0,60})/g))
        expect(what, name).toMatch(/^[`'"]\.\/[\w.-]+\.js[`'"]$/);
  });

  it('name no address that the library does not cite', () => {
    const cited = readdirSync(join(ROOT, 'lib', 'library'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json'))
      .map((name) => readFileSync(join(ROOT, 'lib', 'library', name), 'utf8'))
      .join('\n');
    const namespaces = [
      'http://www.w3.org/2000/svg',
      'http://www.w3.org/1999/xhtml',
      'http://www.w3.org/1998/Math/MathML',
    ];
    const own = ['https://*.alipay.com/*', 'https://alipay.com/*'];
    const strange = scriptsOf(target).flatMap(([name, script]) =>
      [...script.matchAll(/https?:\/\/[^\s"'`\\)<>]+/g)]
        .map(([address]) => address.replace(/[;,.]+$/, ''))
        .filter((address) => !namespaces.includes(address) && !own.includes(address) && !cited.includes(address))
        .map((address) => `${name}: ${address}`),
    );
    expect(strange).toEqual([]);
  });
});

describe.each(TARGETS)('the pages of %s', (target) => {
  it('have no script or style of their own and load nothing from elsewhere', () => {
    const pages = [...files[target]]
      .filter(([name]) => name.endsWith('.html'))
      .map(([name, content]) => [name, String(content)] as const);
    expect(pages.map(([name]) => name)).toEqual(expect.arrayContaining(['popup.html', 'call-sheet.html']));
    for (const [name, html] of pages) {
      expect(html, name).not.toMatch(/<script(?![^>]*\ssrc="\/)[^>]*>|<style|\sstyle=|\son\w+=|<iframe|<base|<form/i);
      for (const [, address] of html.matchAll(/(?:src|href)="([^"]*)"/g))
        expect(files[target].has(address!.slice(1)), `${name}: ${address}`).toBe(true);
    }
  });

  it('have styles that load nothing', () => {
    const styles = [...files[target]].filter(([name]) => name.endsWith('.css'));
    expect(
      styles.filter(([, content]) => /@import|url\((?!data:image\/svg)/.test(String(content))).map(([name]) => name),
    ).toEqual([]);
    expect(styles.length).toBeGreaterThan(1);
  });

  it('are the only kinds of files there are', () => {
    expect(
      [...files[target].keys()].filter(
        (name) =>
          !/^(?:manifest\.json|[\w-]+\.(?:html|js)|(?:chunks|assets)\/[\w.-]+\.(?:js|css)|icon\/\d+\.png|picture\/[\w.-]+|_locales\/\w+\/messages\.json)$/.test(
            name,
          ),
      ),
    ).toEqual([]);
  });
});

describe.each(TARGETS)('the engine of %s', (target) => {
  it('is exactly what its packages hold, with its licence', () => {
    const there = [...files[target].keys()].filter((name) => name.startsWith('picture/'));
    expect(there.toSorted()).toEqual(
      engineFiles()
        .map(({ to }) => to)
        .toSorted(),
    );
    for (const file of engineFiles()) expect(files[target].get(file.to)!.equals(engineBytes(file)), file.to).toBe(true);
    expect(String(files[target].get('picture/LICENSE.txt'))).toContain('Apache License');
  });

  it('is named by the worker alone, so that it is loaded only when a picture comes', () => {
    const naming = scriptsOf(target).filter(([, script]) => script.includes('tesseract'));
    expect(naming.map(([name]) => name)).toEqual(['picture-worker.js']);
  });
});

/** Sentences for the screen, long enough to be no phrase of a page. */
const localeRoot = join(ROOT, 'lib', 'i18n', 'locales');
const sentences = readdirSync(localeRoot, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => Object.values(JSON.parse(readFileSync(join(localeRoot, name), 'utf8')) as Record<string, string>))
  .filter((sentence) => sentence.replace(/\{\w+\}/g, '').length >= (/[\u3400-\u9fff]/.test(sentence) ? 10 : 24));

describe.each(TARGETS)('the scripts that run in pages of %s', (target) => {
  it.each(['detector.js', 'reader.js', 'check-page.js'])('%s has no library and no words for the screen', (name) => {
    const script = String(files[target].get(name));
    expect(sentences.length).toBeGreaterThan(500);
    expect(sentences.filter((sentence) => script.includes(sentence))).toEqual([]);
    // Marks of zod, Preact and the polyfill, each of which stands in the other scripts that use them.
    expect(script).not.toMatch(
      /\bZod|_zod|safeParse|__k\b|__html|wrappedSendMessage|API method doesn't|proxy-api|mozProxy|\bbrowser\.runtime/,
    );
    // One plain script: nothing to load, nothing to export.
    expect(script).not.toMatch(/^\s*(?:import|export)\b|\bimport\s*\(/m);
  });

  it('the marks would be found', () => {
    const all = scriptsOf(target)
      .map(([, script]) => script)
      .join('\n');
    for (const mark of ['__k', '__html', "API method doesn't"]) expect(all).toContain(mark);
  });

  it('no zod is shipped at all', () => {
    for (const [name, script] of scriptsOf(target)) expect(script, name).not.toMatch(/\bZod|_zod|safeParse/);
  });

  it('check-page.js asks the browser for nothing', () => {
    expect(String(files[target].get('check-page.js'))).not.toMatch(/\bchrome\.|\bbrowser\./);
  });

  it.each([
    ['detector.js', []],
    ['reader.js', ['.runtime.onMessage.addListener']],
  ])('%s uses of the browser what it needs to tell and to hear, and nothing else', (name, hearing) => {
    const used = new Set(
      [...String(files[target].get(name)).matchAll(/\bchrome((?:\??\.\w+)+)/g)].map((one) =>
        one[1]!.replaceAll('?', ''),
      ),
    );
    expect([...used].sort()).toEqual(['.runtime.id', ...hearing, '.runtime.sendMessage']);
  });

  it('detector.js carries anchors of words, and no words, codes or diagnoses', () => {
    const [small, large] = ['detector.js', 'reader.js'].map((name) => String(files[target].get(name)));
    for (const word of ['bank-declined', 'insufficient', '余额不足', '发卡行', 'TRADE_HAS_CLOSE']) {
      expect(large, word).toContain(word);
      expect(small, word).not.toContain(word);
    }
  });
});

describe('both browsers', () => {
  it('get the same bytes, but for the manifest', () => {
    expect([...files.firefox.keys()]).toEqual([...files.chrome.keys()]);
    const different = [...files.chrome]
      .filter(([name, content]) => !content.equals(files.firefox.get(name)!))
      .map(([name]) => name);
    expect(different).toEqual(['manifest.json']);
  });
});
