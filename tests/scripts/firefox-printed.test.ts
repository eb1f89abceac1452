import { describe, expect, it } from 'vitest';
import { readPrinted } from '../../scripts/browsers/firefox-printed.ts';

describe('a line that Firefox prints', () => {
  it.each([
    [
      'JavaScript error: moz-extension://a-b/chunks/popup.js, line 7: TypeError: x, y',
      { kind: 'thrown', text: 'TypeError: x, y', url: 'moz-extension://a-b/chunks/popup.js' },
    ],
    ['console.error: "broken \\"here\\"" 7', { kind: 'written', text: 'broken "here"' }],
    ['console.warn: {"a":1}', { kind: 'written', text: '{"a":1}' }],
  ])('%s is a complaint', (line, printed) => {
    expect(readPrinted(line)).toEqual(printed);
  });

  it.each([
    '',
    'JavaScript error: https://a.example/x.js, line 7: TypeError',
    'console.error: services.settings: failed',
    'console.log: "a"',
  ])('%j is none of ours', (line) => {
    expect(readPrinted(line)).toBeNull();
  });
});
