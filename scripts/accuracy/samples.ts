/** Where the samples come from and who answers them: pages in the real browser, texts and sentences by the lookup in Node. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Converter } from 'opencc-js/t2cn';
import { shippedReaders } from '../shipped-readers.ts';
import type { Library } from '../../lib/library/read.ts';
import { runMatrix } from '../../tests/e2e/matrix.ts';
import { type FixtureCase, loadCases, loadHeldOut } from '../../tests/fixtures/load.ts';
import { launchChromium } from '../browsers/chromium.ts';
import { buildExtension } from '../build.ts';
import type { Outcome, Sample } from './figures.ts';

/** Keeps the samples in whose id, text or diagnosis a word stands. Without a word all of them. */
export function only<T extends Pick<Sample, 'id' | 'expected'>>(samples: readonly T[], word: string): T[] {
  const wanted = word.toLowerCase();
  return samples.filter(({ id, expected }) => `${id}\n${expected ?? 'innocent'}`.toLowerCase().includes(wanted));
}

function sampleOfCase({ id, lang, kind, expect }: FixtureCase): Sample {
  return {
    set: 'pages',
    id,
    lang,
    kind,
    expected: expect.diagnosis,
    accept: expect.accept,
    allowed: expect.certainty,
    code: expect.code,
  };
}

const toSimplified = Converter({ from: 't', to: 'cn' });

/** The language of a sentence as far as its script tells; the library's sentences carry none. */
export function scriptOf(text: string): string {
  if (/[\uac00-\ud7af]/.test(text)) return 'ko';
  if (/[\u3040-\u30ff]/.test(text)) return 'ja';
  if (/[\u3400-\u9fff]/.test(text)) return toSimplified(text) === text ? 'zh-CN' : 'zh-Hant';
  return 'Latin script';
}

/** The held-out texts and the library's own sentences, as samples. */
export function textSamples(library: Library): Sample[] {
  const open = { allowed: null, code: null } as const;
  const heldOut = loadHeldOut().map(({ text, lang, kind, diagnosis, accept }): Sample => ({
    set: 'texts',
    id: text,
    lang,
    kind,
    expected: diagnosis,
    accept,
    ...open,
  }));
  const sentences = library.diagnoses.flatMap(({ id, signals }) =>
    signals.flatMap((signal): Sample[] =>
      signal.kind === 'sentence'
        ? [
            {
              set: 'sentences',
              id: signal.text,
              lang: scriptOf(signal.text),
              kind: signal.seen,
              expected: id,
              accept: [],
              ...open,
            },
          ]
        : [],
    ),
  );
  return [...heldOut, ...sentences];
}

/** What the lookup says of each text. */
export function lookUpAll(samples: readonly Sample[], library: Library): Outcome[] {
  const lookup = shippedReaders(library).lookup;
  return samples.map((sample) => {
    const [first, ...rest] = lookup(sample.id);
    const answer = first
      ? { diagnosis: first.diagnosis, certainty: first.certainty, code: first.code ?? '', because: first.matched }
      : null;
    return { sample, answer, others: rest.map((one) => one.diagnosis) };
  });
}

/** The fixture pages, as samples with their cases. */
export function pageSamples(): { id: string; expected: string | null; one: FixtureCase }[] {
  return loadCases().map((one) => ({ id: one.id, expected: one.expect.diagnosis, one }));
}

export interface PageRun {
  outcomes: Outcome[];
  /** Name and version of the browser that read the pages. */
  browser: string;
  /** Failing pages with a right finding and no hint in the page. */
  withoutHint: string[];
}

/**
 * What the built extension says of each page, in the installed Chromium.
 * @throws UserError when there is no browser or the build fails
 */
export async function readPages(cases: readonly FixtureCase[]): Promise<PageRun> {
  const { chrome } = await buildExtension();
  // A copy: a build that somebody starts meanwhile must not change what is measured.
  const folder = mkdtempSync(join(tmpdir(), 'card-rescue-accuracy-'));
  try {
    cpSync(chrome, folder, { recursive: true });
    const driver = await launchChromium({ extensionDir: folder });
    try {
      const rows = await runMatrix(driver, cases);
      const outcomes = rows.map(({ fixture, finding, hint }): Outcome => {
        const found = finding && { ...finding, because: finding.evidence.map((one) => one.rule) };
        // A hint in an innocent page is an alarm, whatever the page script answers afterwards.
        const ghost =
          hint && fixture.expect.diagnosis === null
            ? ({ diagnosis: 'hint without a finding', certainty: 'likely', code: '', because: [] } as const)
            : null;
        return { sample: sampleOfCase(fixture), answer: found ?? ghost };
      });
      const withoutHint = rows.filter(({ finding, hint }) => finding && !hint).map(({ fixture }) => fixture.id);
      return { outcomes, browser: `${driver.found.name} ${driver.version}`, withoutHint };
    } finally {
      await driver.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
