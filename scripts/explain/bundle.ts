import { join } from 'node:path';
import { build } from 'vite';
import { ROOT, UserError } from '../cli.ts';

/**
 * Bundles a module into one script for a page.
 * @param file path from the project's folder
 * @param name global that holds the module's exports afterwards
 */
export async function bundle(file: string, name: string): Promise<string> {
  const result = await build({
    root: ROOT,
    configFile: false,
    envFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(ROOT, file), formats: ['iife'], name, fileName: () => 'bundle.js' },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) => ('output' in one ? one.output : []));
  const chunk = outputs.find((one) => one.type === 'chunk');
  if (!chunk) throw new UserError(`The bundler made no script of ${file}.`, 1);
  return chunk.code;
}
