import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { reason, UserError } from './cli.ts';

/** Far above any real checkout page; a saved page with all its pictures inside is not what is meant. */
const SIZE_LIMIT = 8 * 1024 * 1024;

function decode(bytes: Buffer): string {
  const byMark =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (byMark) return new TextDecoder(byMark).decode(bytes);
  // The order of the HTML standard: byte order mark, then the meta of the first 1024 bytes, then a guess.
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const named = /<meta[^>]+charset\s*=\s*["']?\s*([\w:-]+)/i.exec(bytes.subarray(0, 1024).toString('latin1'))?.[1];
  if (!hasMark && named && !/^utf-?16/i.test(named)) {
    try {
      return new TextDecoder(named).decode(bytes);
    } catch {
      // A name no browser knows: guess as browsers do.
    }
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Alipay's older pages are GBK without always saying so; gb18030 contains it.
    return new TextDecoder(hasMark ? 'utf-8' : 'gb18030').decode(bytes);
  }
}

/**
 * Reads a saved page, in whatever encoding it was saved.
 * @throws UserError with one sentence when the file is missing, empty, too large or not an HTML page.
 */
export function readSavedPage(path: string): string {
  const name = basename(path);
  let bytes: Buffer;
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) throw new UserError(`${name} is a folder; name the saved HTML page itself.`);
    if (!stat.isFile()) throw new UserError(`${name} is not a file; name a saved HTML page.`);
    if (stat.size > SIZE_LIMIT) {
      const size = (stat.size / 1024 / 1024).toFixed(1);
      throw new UserError(
        `${name} is too large (${size} MB; at most ${SIZE_LIMIT / 1024 / 1024} MB): save the page as HTML only, without its pictures.`,
      );
    }
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new UserError(missing ? `There is no file ${path}.` : `${name} cannot be read: ${reason(error)}`);
  }
  if (bytes.length === 0) throw new UserError(`${name} is empty.`);
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if ((!isWide && bytes.includes(0)) || bytes.subarray(0, 5).toString('latin1') === '%PDF-') {
    throw new UserError(`${name} is not an HTML page: it holds binary data.`);
  }
  const html = decode(bytes);
  if (!html.trim()) throw new UserError(`${name} is empty.`);
  if (/^(MIME-Version|From: <Saved by)/i.test(html))
    throw new UserError(`${name} is a web archive (MHTML); save the page as HTML instead.`);
  if (!/<(!doctype|[a-z][\w-]*)[\s/>]/i.test(html))
    throw new UserError(`${name} is not an HTML page: it holds no HTML element.`);
  return html;
}

/** Turns a match pattern of the manifest ("https://*.alipay.com/*") into a test of an address. */
function fits(pattern: string, url: URL): boolean {
  const [, host = ''] = /^https:\/\/([^/]+)\//.exec(pattern) ?? [];
  if (!host.startsWith('*.')) return url.hostname === host;
  return url.hostname === host.slice(2) || url.hostname.endsWith(host.slice(1));
}

/**
 * Reads the address a page was saved from.
 * @param patterns where the extension's page script runs, from its manifest
 * @returns the address and whether the extension reads pages there
 * @throws UserError when it is not an https address
 */
export function readAddress(text: string | undefined, patterns: readonly string[]): { url: string; isRead: boolean } {
  if (!text)
    throw new UserError('The address of the page is missing: add --url https://… with the address it was saved from.');
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new UserError(`"${text}" is not an address: --url needs the whole address, starting with https://.`);
  }
  if (url.protocol !== 'https:')
    throw new UserError(`"${text}" does not start with https://: Card Rescue reads no other pages.`);
  url.username = '';
  url.password = '';
  return { url: url.href, isRead: patterns.some((pattern) => fits(pattern, url)) };
}
