/**
 * The files of the engine that reads pictures, as they travel with the extension: copied from the installed packages, never changed and never
 * kept in the repository. Their licences go with them.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const folderOf = (name: string): string => dirname(require.resolve(`${name}/package.json`));

export interface EngineFile {
  /** Path in the extension. */
  to: string;
  from: string;
}

const language = (name: string): EngineFile => ({
  to: `picture/${name}.traineddata.gz`,
  from: join(folderOf(`@tesseract.js-data/${name}`), '4.0.0_best_int', `${name}.traineddata.gz`),
});

/** Every file of the engine. */
export function engineFiles(): EngineFile[] {
  const core = folderOf('tesseract.js-core');
  const one = (name: string): EngineFile => ({ to: `picture/${name}`, from: join(core, name) });
  return [
    one('tesseract-core-simd-lstm.js'),
    one('tesseract-core-simd-lstm.wasm'),
    language('chi_sim'),
    language('chi_tra'),
    language('eng'),
    { to: 'picture/LICENSE.txt', from: join(core, 'LICENSE') },
  ];
}

/** The bytes of a file of the engine. */
export const engineBytes = ({ from }: EngineFile): Buffer => readFileSync(from);
