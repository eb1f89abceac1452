import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, UserError } from '../../scripts/cli.ts';
import { readAddress, readSavedPage } from '../../scripts/saved-page.ts';

let folder: string;
const save = (name: string, ...parts: (string | Buffer)[]) => {
  const path = join(folder, name);
  writeFileSync(path, Buffer.concat(parts.map((part) => Buffer.from(part as string))));
  return path;
};
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'card-rescue-pages-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** 支付失败 in GBK. */
const GBK = Buffer.from('d6a7b8b6caa7b0dc', 'hex');

describe('reading a saved page', () => {
  it.each([
    ['UTF-8', ['<p>支付失败</p>']],
    ['UTF-8 with a mark', ['\ufeff<p>支付失败</p>']],
    ['UTF-8 with a mark, whatever the meta says', ['\ufeff<meta charset="gbk"><p>支付失败</p>']],
    ['GBK by its meta', ['<meta charset="gbk"><p>', GBK, '</p>']],
    ['GBK by an old meta', ['<META http-equiv="Content-Type" content="text/html; charset=GB2312"><p>', GBK, '</p>']],
    ['GBK that does not say so', ['<p>', GBK, '</p>']],
    ['an encoding nobody knows', ['<meta charset="x-none"><p>', GBK, '</p>']],
    ['UTF-16', [Buffer.from('\ufeff<p>支付失败</p>', 'utf16le')]],
  ] as [string, (string | Buffer)[]][])('understands %s', (_, parts) => {
    expect(readSavedPage(save('page.html', ...parts))).toContain('<p>支付失败</p>');
  });

  it.each([
    ['an empty file', '', 'page.html is empty.'],
    ['a file of blanks', ' \n ', 'page.html is empty.'],
    ['binary data', '<p>\0\x01\x02', 'page.html is not an HTML page: it holds binary data.'],
    ['a PDF', '%PDF-1.7 <p >', 'page.html is not an HTML page: it holds binary data.'],
    ['a text without any element', '{"a": "1 < 2"}', 'page.html is not an HTML page: it holds no HTML element.'],
    ['a web archive', 'MIME-Version: 1.0\n<p>', 'page.html is a web archive (MHTML); save the page as HTML instead.'],
    [
      'ten megabytes',
      `<p>${'a'.repeat(10_000_000)}`,
      'page.html is too large (9.5 MB; at most 8 MB): save the page as HTML only, without its pictures.',
    ],
  ])('refuses %s in one sentence', (_, content, sentence) => {
    expect(() => readSavedPage(save('page.html', content))).toThrow(new UserError(sentence));
  });

  it('refuses a folder and a file that is not there', () => {
    mkdirSync(join(folder, 'saved'));
    expect(() => readSavedPage(join(folder, 'saved'))).toThrow('saved is a folder; name the saved HTML page itself.');
    expect(() => readSavedPage(join(folder, 'none.html'))).toThrow(`There is no file ${join(folder, 'none.html')}.`);
  });
});

describe('reading the address of a saved page', () => {
  const patterns = ['https://*.alipay.com/*'];

  it.each([
    ['https://mclient.alipay.com/h5pay/a?b=c#d', true],
    ['https://alipay.com/', true],
    ['HTTPS://EXCASHIER.ALIPAY.COM', true],
    ['https://alipay.com.example.org/', false],
    ['https://notalipay.com/', false],
    ['https://example.org/?https://mclient.alipay.com/', false],
    ['https://mclient.alipay.com@example.org/', false],
  ])('knows whether %s is read: %s', (address, isRead) => {
    expect(readAddress(address, patterns).isRead).toBe(isRead);
  });

  it('takes names and passwords out', () => {
    expect(readAddress('https://anna:pw@mclient.alipay.com/a', patterns).url).toBe('https://mclient.alipay.com/a');
  });

  it.each([
    [undefined, 'The address of the page is missing'],
    ['', 'The address of the page is missing'],
    ['mclient.alipay.com/pay', 'is not an address'],
    ['http://mclient.alipay.com/', 'does not start with https://'],
    ['file:///etc/passwd', 'does not start with https://'],
    ['javascript:alert(1)', 'does not start with https://'],
  ])('refuses %s in one sentence', (address, part) => {
    expect(() => readAddress(address, patterns)).toThrow(part);
  });
});

describe('the command diagnose', () => {
  const diagnose = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', join(ROOT, 'scripts', 'diagnose.ts'), ...args], {
      cwd: ROOT,
      encoding: 'utf8',
    });

  it.each([
    ['an unknown option', ['--jsno', 'a.html']],
    ['no page', ['--json']],
    ['two pages', ['--json', 'package.json', 'tsconfig.json', '--url', 'https://mclient.alipay.com/']],
    ['a page that is not there', ['--json', 'none.html', '--url', 'https://mclient.alipay.com/']],
    ['a batch that is no array', ['--batch', 'package.json']],
    ['a batch that is not there', ['--batch', 'none.json']],
  ])('ends with one sentence and code 2 for %s', (_, args) => {
    const { status, stdout, stderr } = diagnose(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+|Error:/);
  });
});
