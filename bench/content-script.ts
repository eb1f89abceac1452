/**
 * Content scripts of a throw-away extension, one for each way of reading a page, each on a host of its own: so all of them run in one
 * browser, in turns, and always cold. The built extension is in it unchanged, on the hosts it is for.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../scripts/cli.ts';

/** One content script of the benchmark. */
export interface PageScript {
  /** Letters, digits and hyphens; part of its host's name. */
  key: string;
  /** File of bench/page. */
  file: string;
  /** Becomes `input()` of the script. */
  input?: unknown;
}

export interface ScriptExtension {
  folder: string;
  /** File name of the built extension's own script on pages. */
  builtFile: string;
  fileOf(key: string): string;
  /** Each script has a site of its own, so that its page gets a process of its own and nothing in it is warm. */
  hostOf(key: string): string;
  remove(): void;
}

const PAGE_FOLDER = join(ROOT, 'bench', 'page');
const fileOf = (key: string): string => `bench-${key}.js`;
const hostOf = (key: string): string => `bench-${key}.example`;

/** Bundles a file of bench/page into one classic script, as the extension's own are. */
export async function bundle(file: string): Promise<string> {
  const result = await build({
    root: ROOT,
    configFile: false,
    envFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: join(PAGE_FOLDER, file), formats: ['iife'], name: 'benchScript', fileName: () => 'bench.js' },
    },
  });
  const output = (Array.isArray(result) ? result : [result]).flatMap((one) => ('output' in one ? one.output : []));
  const chunk = output.find((one) => one.type === 'chunk');
  if (!chunk) throw new Error(`the bundler made no script of ${file}`);
  return chunk.code;
}

/**
 * Writes the extension to a temporary folder.
 * @param built folder of the built extension
 */
export async function makeExtension(built: string, scripts: readonly PageScript[]): Promise<ScriptExtension> {
  const folder = mkdtempSync(join(tmpdir(), 'card-rescue-bench-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    cpSync(built, folder, { recursive: true });
    const path = join(folder, 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as {
      content_scripts: { matches: string[]; js: string[]; run_at: string }[];
    };
    const builtFile = manifest.content_scripts[0]!.js[0]!;
    const bundles = new Map<string, string>();
    for (const { key, file, input } of scripts) {
      if (!bundles.has(file)) bundles.set(file, await bundle(file));
      const given = input === undefined ? '' : `globalThis.benchInput=${JSON.stringify(input)};\n`;
      writeFileSync(join(folder, fileOf(key)), given + bundles.get(file)!);
      manifest.content_scripts.push({
        matches: [`https://${hostOf(key)}/*`],
        js: [fileOf(key)],
        run_at: 'document_idle',
      });
    }
    writeFileSync(path, JSON.stringify(manifest));
    return { folder, builtFile, fileOf, hostOf, remove };
  } catch (error) {
    remove();
    throw error;
  }
}
