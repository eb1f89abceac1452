/**
 * Reads the training sentences: scripts/train/material/<language>.<hand>.txt. Sections begin with `== A <diagnosis>` (what failed),
 * `== B <question>=<answer>` (a fact), `== C healthy|off-topic` (nothing failed) and `== D` (stories: diagnosis | facts | text).
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, UserError } from '../cli.ts';

export interface Sentence {
  lang: string;
  label: string;
  text: string;
}

export interface Story extends Sentence {
  facts: string[];
}

export interface Material {
  causes: Sentence[];
  facts: Sentence[];
  silent: Sentence[];
  stories: Story[];
}

const FOLDER = join(ROOT, 'scripts', 'train', 'material');

/** @throws UserError naming the file and line that cannot be read */
export function readMaterial(): Material {
  const material: Material = { causes: [], facts: [], silent: [], stories: [] };
  for (const file of readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .sort()) {
    const lang = file.split('.')[0]!;
    let section = '';
    let label = '';
    for (const [at, line] of readFileSync(join(FOLDER, file), 'utf8').split('\n').entries()) {
      const text = line.trim();
      if (text === '') continue;
      const head = /^== ([ABCD])(?: (.+))?$/.exec(text);
      if (head) [section, label] = [head[1]!, head[2] ?? ''];
      else if (section === 'A') material.causes.push({ lang, label, text });
      else if (section === 'B') material.facts.push({ lang, label, text });
      else if (section === 'C') material.silent.push({ lang, label, text });
      else if (section === 'D') {
        const [diagnosis, facts, ...story] = text.split('|').map((part) => part.trim());
        if (story.length === 0) throw new UserError(`${file}:${at + 1}: a story is "diagnosis | facts | text"`);
        material.stories.push({
          lang,
          label: diagnosis!,
          facts: facts!
            .split(',')
            .map((one) => one.trim())
            .filter(Boolean),
          text: story.join('|'),
        });
      } else throw new UserError(`${file}:${at + 1}: text before the first section`);
    }
  }
  return material;
}
