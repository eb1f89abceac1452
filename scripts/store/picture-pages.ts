/** The pages that pictures for the stores are taken of: a picture of the extension beside one sentence, and the tiles. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { directionOf } from '../../lib/i18n/index.ts';
import { ROOT } from '../cli.ts';

/** Exact sizes the stores ask for. */
export const SIZES = {
  /** Chrome, Edge and Firefox. */
  screenshot: [1280, 800],
  /** Chrome and Edge. */
  'tile-small': [440, 280],
  'tile-large': [1400, 560],
  /** Edge. */
  logo: [300, 300],
} as const;

const FONT =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";
const icon = (): string =>
  readFileSync(join(ROOT, 'docs', 'icon.svg'), 'utf8').replace(/ width="128" height="128"/, '');
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function page(lang: string, style: string, body: string): string {
  return `<!doctype html><html lang="${lang}" dir="${directionOf(lang)}"><meta charset="utf-8"><style>
    * { box-sizing: border-box; margin: 0; }
    body { inline-size: 100vw; block-size: 100vh; overflow: hidden; font-family: ${FONT}; background: #f7f5f0; color: #1c1b1a; }
    ${style}</style><body>${body}</body></html>`;
}

/**
 * A screenshot of the extension beside a sentence.
 * @param png the picture of the extension
 * @param shape how the picture lies: a wide one below the sentence, a tall one beside it
 */
export function shotPage(lang: string, sentence: string, png: Uint8Array, shape: 'wide' | 'tall'): string {
  const picture = `<img src="data:image/png;base64,${Buffer.from(png).toString('base64')}" alt="">`;
  const style =
    shape === 'tall'
      ? `body { display: grid; grid-template-columns: 1fr auto; gap: 64px; align-items: center; padding: 40px 88px; }
         img { block-size: 720px; }`
      : `body { display: grid; grid-template-rows: auto 1fr; gap: 28px; justify-items: center; padding: 36px 64px 0; }
         header { display: flex; align-items: center; gap: 20px; } svg { inline-size: 56px; } h1 { font-size: 34px; margin: 0; }
         img { inline-size: 1080px; border-end-start-radius: 0; border-end-end-radius: 0; }`;
  const shared = `svg { inline-size: 88px; } h1 { font-size: 46px; line-height: 1.2; margin-block-start: 20px; text-wrap: balance; }
    img { border: 1px solid #d9d5cc; border-radius: 12px; box-shadow: 0 12px 40px rgb(0 0 0 / 16%); object-fit: cover; object-position: top; }`;
  return page(lang, `${shared} ${style}`, `<header>${icon()}<h1>${escaped(sentence)}</h1></header>${picture}`);
}

/** A tile with the icon, the name and a question. */
export function tilePage(name: string, sentence: string): string {
  return page(
    'en',
    `body { display: flex; align-items: center; justify-content: center; gap: 5vw; padding: 0 6vw; background: #e3f1ed; }
     svg { inline-size: 26vw; max-block-size: 76vh; flex: none; } h1 { font-size: 7vw; line-height: 1.1; color: #0b5c4d; } p { font-size: 4vw; margin-block-start: 2vw; }`,
    `${icon()}<div><h1>${escaped(name.split(' for ')[0]!)}</h1><p>${escaped(sentence)}</p></div>`,
  );
}

/** The icon alone, over all of the picture. */
export const logoPage = (): string =>
  page('en', 'body { background: #fff; } svg { inline-size: 100vw; display: block; }', icon());
