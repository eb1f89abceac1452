/**
 * npm run pinyin: writes the pinyin of the Chinese lines that are held up or read aloud (shop and Alipay sheet) to
 * lib/i18n/pinyin.json. Only this command uses pinyin-pro; the file is what ships. `--check` says whether it is up to date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';
import json from '../lib/library/call-script.json';
import words from '../lib/i18n/locales/zh-CN/script.json';

const FILE = new URL('../lib/i18n/pinyin.json', import.meta.url);
/** Readings that a word list gets wrong in our lines. */
const MENDED: readonly [RegExp, string][] = [
  [/yín xíng/g, 'yín háng'],
  [/wǒ zhī huì/g, 'wǒ zhǐ huì'],
  [/xiè xiè/g, 'xiè xie'],
];

/** Pinyin of a line with its slots, Latin words and punctuation as they are. */
export function pinyinOf(line: string): string {
  const spelled = line
    .split(/(\{\w+\}|[A-Za-z][A-Za-z0-9 .-]*[A-Za-z0-9]|[A-Za-z])/)
    .map((part, at) => (at % 2 === 1 ? ` ${part} ` : pinyin(part, { nonZh: 'consecutive' })))
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/\s*([，。？！：；、）”])\s*/g, '$1 ')
    .replace(/\s*([（“])\s*/g, ' $1')
    .replaceAll('，', ',')
    .replaceAll('、', ',')
    .replaceAll('。', '.')
    .replaceAll('？', '?')
    .replaceAll('！', '!')
    .replaceAll('：', ':')
    .replaceAll('；', ';')
    .replaceAll('（', '(')
    .replaceAll('）', ')')
    .replace(/\s+/g, ' ')
    .replace(/ ([,.?!:;)”])/g, '$1')
    .trim();
  return MENDED.reduce((text, [from, to]) => text.replace(from, to), spelled);
}

/** All lines of the two sheets that are in Chinese, by key. */
export function pinyinLines(): Record<string, string> {
  const nodes = [...Object.keys(json.alipay.nodes), ...Object.keys(json.shop.nodes)].map((id) => `say.${id}`);
  const keys = [...nodes, ...Object.keys(words).filter((key) => key.startsWith('add.'))];
  return Object.fromEntries(keys.map((key) => [key, pinyinOf((words as Record<string, string>)[key]!)]));
}

/** The file's text. */
export const pinyinFile = (): string => JSON.stringify(pinyinLines(), null, 2) + '\n';

if (process.argv[1]?.endsWith('pinyin.ts')) {
  if (!process.argv.includes('--check')) writeFileSync(FILE, pinyinFile());
  else if (readFileSync(FILE, 'utf8') !== pinyinFile()) {
    console.error('lib/i18n/pinyin.json is not up to date: npm run pinyin');
    process.exitCode = 1;
  }
}
