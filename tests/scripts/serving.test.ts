import { describe, expect, it } from 'vitest';
import { findInHint, type HintNode, sentenceOf } from '../../scripts/browsers/hint-tree.ts';
import { Serving } from '../../scripts/browsers/serving.ts';

describe('serving addresses', () => {
  const bodyOf = (serving: Serving, url: string, kind: 'document' | 'frame' | 'other' = 'document') =>
    serving.answer(url, kind)?.body ?? null;

  it.each([
    ['*.alipay.com', 'https://mclient.alipay.com/h5pay/a?b#c', true],
    ['*.alipay.com', 'https://alipay.com/', true],
    ['*.alipay.com', 'https://alipay.com.example.org/', false],
    ['*.alipay.com', 'https://xalipay.com/', false],
    ['mclient.alipay.com', 'https://excashier.alipay.com/', false],
    ['mclient.alipay.com/h5pay/*', 'https://mclient.alipay.com/h5pay/a/b', true],
    ['mclient.alipay.com/h5pay/*', 'https://mclient.alipay.com/other', false],
    ['https://mclient.alipay.com/**', 'https://mclient.alipay.com/other', true],
    ['*', 'https://anything.example/', true],
  ])('%s fits %s: %s', (pattern, url, fits) => {
    const serving = new Serving();
    serving.serve(pattern, 'page');
    expect(bodyOf(serving, url)).toBe(fits ? 'page' : null);
  });

  it('prefers what was served last, and lets a function pass', () => {
    const serving = new Serving();
    serving.serve('*.alipay.com', 'first');
    serving.serve('mclient.alipay.com', ({ url }) => (url.pathname === '/b' ? { status: 404, body: 'second' } : null));
    expect(bodyOf(serving, 'https://mclient.alipay.com/a')).toBe('first');
    expect(serving.answer('https://mclient.alipay.com/b', 'document')).toEqual({
      status: 404,
      headers: {},
      type: 'text/html; charset=utf-8',
      body: 'second',
    });
  });

  it('answers pages only, unless a function wants more, and remembers every request', () => {
    const serving = new Serving();
    serving.serve('*', 'page');
    expect(bodyOf(serving, 'https://a.example/a.js', 'other')).toBeNull();
    serving.serve('*', ({ kind }) => (kind === 'other' ? 'script' : null));
    expect(bodyOf(serving, 'https://a.example/a.js', 'other')).toBe('script');
    expect(serving.requests.map(({ served }) => served)).toEqual([false, true]);
  });
});

describe('the tree of the hint', () => {
  const node = (tag: string, attributes: Record<string, string>, ...children: (HintNode | string)[]): HintNode => ({
    tag,
    attributes,
    children,
    handle: tag,
  });
  const hint = node(
    'card-rescue-hint',
    {},
    node('style', {}, 'p { color: red }'),
    node(
      'div',
      { class: 'show card' },
      node('p', { role: 'status' }, 'Your bank ', node('b', {}, 'stopped'), ' this.'),
      node('p', { hidden: '' }, 'secret'),
    ),
    node('div', {}, node('button', { class: 'show' }, 'Show steps'), node('button', { class: 'dismiss' }, 'Dismiss')),
  );

  it('gives the sentence without style, buttons and hidden parts', () => {
    expect(sentenceOf(hint)).toBe('Your bank stopped this.');
  });

  it('finds buttons before boxes, by class or by label', () => {
    expect(findInHint(hint, 'show')?.tag).toBe('button');
    expect(findInHint(hint, 'Dismiss')?.attributes.class).toBe('dismiss');
    expect(findInHint(hint, 'card')?.tag).toBe('div');
    expect(findInHint(hint, 'mute')).toBeNull();
  });
});
