import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLibrary } from '../../lib/library/read.ts';
import { DIAGNOSIS_IDS } from '../../lib/library/diagnosis-ids.ts';
import { ROOT, UserError } from '../../scripts/cli.ts';
import { readWords, referencePage } from '../../scripts/reference.ts';

const library = readLibrary();
const words = readWords();
const page = referencePage(library, words);
/** The part of the page under one diagnosis' heading. */
const part = (id: string): string => page.split(`\n### ${id}\n`)[1]!.split(/\n##+ /)[0]!;

describe('docs/reference.md', () => {
  it('is as the data says; run "npm run reference" after a change', () => {
    // Compared as one truth value: a difference of 200 kB helps nobody.
    expect(readFileSync(join(ROOT, 'docs', 'reference.md'), 'utf8').replaceAll('\r\n', '\n') === page).toBe(true);
  });

  it('has a part for each diagnosis with its title, its codes and all its signals', () => {
    for (const one of library.diagnoses) {
      const text = part(one.id);
      expect(text).toContain(words.library[`title.${one.id}`]);
      expect(text).toContain(
        `- Codes: ${library.codes.codes.filter(({ diagnosis }) => diagnosis === one.id).length} of Alipay's`,
      );
      for (const signal of one.signals) {
        expect(text).toContain(signal.kind === 'sentence' ? signal.text.replaceAll('|', '\\|') : `**${signal.id}**`);
        if (signal.kind === 'family') for (const pattern of signal.say) expect(text).toContain(pattern);
        expect(text).toContain(`(#source-${signal.source})`);
      }
    }
    expect(page.match(/^### /gm)).toHaveLength(DIAGNOSIS_IDS.length);
  });

  it('leads from every link to something on the page', () => {
    const targets = new Set(
      [...page.matchAll(/<a id="([^"]+)">/g)]
        .map((one) => one[1])
        .concat([...page.matchAll(/^##+ (.+)$/gm)].map((one) => one[1]!.toLowerCase())),
    );
    const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map((one) => one[1]);
    expect(links.length).toBeGreaterThan(300);
    expect([...new Set(links)].filter((one) => !targets.has(one))).toEqual([]);
  });

  it('gives every fact and source with its date', () => {
    for (const fact of library.facts)
      expect(page).toContain(`**${fact.id}** (${fact.confidence} confidence; checked ${fact.checked}`);
    for (const [id, source] of Object.entries(library.sources)) expect(page).toContain(`**${id}**: ${source.title}`);
    expect(
      [...page.matchAll(/^- <a id="(?:fact|source)-.*$/gm)].filter(([line]) => !/checked \d{4}-\d{2}-\d{2}/.test(line)),
    ).toEqual([]);
  });

  it('leaves no slot of a sentence open', () => {
    const prose = page.replace(/`[^`]*`/g, '');
    expect(prose).not.toMatch(/\{\w+\}/);
  });

  it('cannot be made with a step without words or a signal without a source', () => {
    const { [`steps.${library.diagnoses[0]!.steps[0]}`]: _gone, ...fewer } = words.library;
    expect(() => referencePage(library, { ...words, library: fewer })).toThrow(UserError);
    const sources = { ...library.sources };
    delete sources[library.diagnoses[0]!.signals[0]!.source];
    expect(() => referencePage({ ...library, sources }, words)).toThrow(/sources.json has no/);
  });
});
