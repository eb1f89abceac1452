/** Writes the texts for the stores from the words that the extension itself shows. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMain, optionsOf, ROOT, runCommand } from './cli.ts';
import { storePages } from './store/pages.ts';

async function main(): Promise<void> {
  optionsOf('npm run store    writes the texts for the stores into docs/store', {});
  for (const [name, text] of Object.entries(storePages())) writeFileSync(join(ROOT, 'docs', 'store', name), text);
  process.stdout.write('Written to docs/store.\n');
}

if (isMain(import.meta.url)) await runCommand(main);
