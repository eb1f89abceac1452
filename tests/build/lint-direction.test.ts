/** The lint rules that keep the rooms apart do refuse: each forbidden line is linted in a folder of the right name. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/cli.ts';

const BROWSER = "import browser from 'webextension-polyfill'; export const a = browser;";
const PREACT = "import { h } from 'preact'; export const a = h;";
const imports = (from: string) => `import { a } from '${from}'; export const b = a;`;

/** File, content, and a part of the sentence a person must read. */
const REFUSED: [file: string, content: string, sentence: string][] = [
  [
    'lib/detect/a.ts',
    imports('../library/schema.ts'),
    'detect may import only i18n, privacy, messages; see docs/architecture.md',
  ],
  [
    'lib/detect/types.ts',
    "import type { A } from '../library/schema.ts'; export type B = A;",
    'detect may import only',
  ],
  ['lib/detect/again.ts', "export { a } from '../case/advice.ts';", 'detect may import only'],
  ['lib/detect/state.ts', imports('../state/findings.ts'), 'detect may import only'],
  ['lib/detect/up.ts', imports('../../components/hint/hint.ts'), 'detect may import only'],
  ['lib/detect/generated.ts', imports('../generated/detect-table.ts'), 'detect may import only'],
  ['lib/detect/browser.ts', BROWSER, 'the browser API is used only in entrypoints and lib/state'],
  ['lib/detect/alias.ts', imports('@/lib/messages'), 'imports between our own files are relative'],
  ['lib/i18n/a.ts', imports('../detect/match.ts'), 'i18n may import only files of its own'],
  ['lib/privacy/a.ts', imports('../messages.ts'), 'privacy may import only files of its own'],
  ['lib/messages.ts', imports('./privacy/redact.ts'), 'messages may import only files of its own'],
  ['lib/state/a.ts', imports('../detect/match.ts'), 'state may import only i18n, privacy, messages'],
  ['lib/library/a.ts', imports('../case/advice.ts'), 'library may import only'],
  ['lib/understand/a.ts', imports('../case/advice.ts'), 'understand may import only'],
  ['lib/call/a.ts', imports('../case/advice.ts'), 'call may import only'],
  ['lib/call/pay.ts', imports('../pay/ways.ts'), 'call may import only'],
  ['lib/pay/a.ts', imports('../case/advice.ts'), 'pay may import only'],
  ['lib/library/browser.ts', BROWSER, 'the browser API is used only'],
  ['lib/case/a.ts', imports('../../components/popup/popup.tsx'), 'case may import only'],
  ['lib/case/preact.ts', PREACT, 'Preact is used only in components and entrypoints'],
  ['components/popup/a.tsx', imports('../../lib/state/settings.ts'), 'components may import only'],
  ['components/popup/entry.tsx', imports('../../entrypoints/background.ts'), 'components may import only'],
  ['components/popup/browser.tsx', BROWSER, 'the browser API is used only'],
  ['components/hint/a.ts', imports('../../lib/case/advice.ts'), 'components/hint may import only'],
  ['components/hint/preact.ts', PREACT, 'Preact is used only in components and entrypoints'],
  ['components/hint/shared.ts', imports('../shared/voice.ts'), 'the hint stands in the page'],
  [
    'entrypoints/detector.ts',
    imports('../lib/case/advice.ts'),
    'the small part of the page script stands on every page',
  ],
  [
    'entrypoints/detector.ts',
    imports('../lib/generated/detect-table.ts'),
    'the small part of the page script stands on every page',
  ],
  [
    'entrypoints/detector.ts',
    imports('../components/hint/agent.ts'),
    'the small part of the page script stands on every page',
  ],
  ['entrypoints/reader.ts', imports('../lib/generated/advice.ts'), 'the page script may import only'],
  ['entrypoints/background.ts', imports('../scripts/cli.ts'), 'entrypoints may import only'],
  ['lib/case/fetch.ts', "export const a = () => fetch('https://a.example/');", 'nothing leaves the browser'],
  ['lib/state/store.ts', "export const a = () => localStorage.getItem('a');", 'what is kept goes through lib/state'],
  [
    'components/popup/html.tsx',
    "export const a = (e: HTMLElement) => { e.innerHTML = '<b>'; };",
    'text is never turned into HTML',
  ],
  [
    'components/popup/danger.tsx',
    "export const A = () => <b dangerouslySetInnerHTML={{ __html: 'a' }} />;",
    'dangerouslySetInnerHTML',
  ],
  [
    'components/hint/html.ts',
    "export const a = (e: Element) => e.insertAdjacentHTML('beforeend', '<b>');",
    'text is never turned into HTML',
  ],
  ['lib/detect/eval.ts', "export const a = () => eval('1');", 'eval'],
  ['lib/detect/function.ts', "export const a = () => new Function('return 1');", 'Function'],
  ['lib/detect/console.ts', "export const a = () => console.log('1');", 'console'],
];

/** What the same folders may do. */
const ALLOWED: [file: string, content: string][] = [
  ['lib/detect/good.ts', imports('../messages.ts')],
  ['lib/detect/own.ts', imports('./normalise.ts')],
  ['lib/state/good.ts', `${BROWSER}\n${imports('../messages.ts').replace(/\ba\b/g, 'c')}`],
  ['lib/library/good.ts', imports('../detect/normalise.ts')],
  ['lib/case/good.ts', imports('../pay/ways.ts')],
  ['lib/pay/good.ts', imports('../understand/lookup.ts')],
  ['components/popup/good.tsx', `${PREACT}\n${imports('../../lib/case/advice.ts').replace(/\ba\b/g, 'c')}`],
  ['components/hint/good.ts', imports('../../lib/detect/watch.ts')],
  ['entrypoints/popup/main.tsx', `${BROWSER}\n${imports('../../lib/state/settings.ts').replace(/\ba\b/g, 'c')}`],
  ['scripts/good.ts', `${imports('../lib/case/advice.ts')}\nconsole.log(fetch);`],
];

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** Lints files as if they stood in the project, and gives what is said of each. */
function lint(files: [file: string, content: string][]): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'card-rescue-lint-'));
  folders.push(folder);
  cpSync(join(ROOT, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  for (const [file, content] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${content}\n`);
  }
  const oxlint = join(ROOT, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const { stdout } = spawnSync(process.execPath, [oxlint, '-f', 'json'], { cwd: folder, encoding: 'utf8' });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { filename: string; message: string; help?: string }[] };
  const said = new Map<string, string>();
  for (const { filename, message, help } of diagnostics) {
    const file = filename.replaceAll('\\', '/');
    said.set(file, `${said.get(file) ?? ''}${message} ${help ?? ''}\n`);
  }
  return said;
}

describe('the lint rules of the rooms', () => {
  let said: Map<string, string>;
  beforeAll(
    () => void (said = lint([...REFUSED.map(([file, content]): [string, string] => [file, content]), ...ALLOWED])),
  );

  it.each(REFUSED)('refuse %s: %s', (file, _content, sentence) => {
    expect(said.get(file) ?? 'nothing was refused').toContain(sentence);
  });

  it.each(ALLOWED)('allow %s', (file) => {
    expect(said.get(file)).toBeUndefined();
  });
});

/** The linter looks at `import … from` only: what a source imports on demand, as such lines. */
function onDemand(source: string): string {
  const wanted = [...source.matchAll(/\b(?:import|require)\s*\(\s*['"]([^'"]+)['"]/g)].map((hit) => hit[1]!);
  return wanted.map((path, at) => `import * as a${at} from '${path}';\nexport const b${at} = a${at};`).join('\n');
}

describe('imports on demand', () => {
  it('keep to the rooms as well', () => {
    const names = ['lib', 'components', 'entrypoints'].flatMap((room) =>
      readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).map(
        (name) => `${room}/${name.replaceAll('\\', '/')}`,
      ),
    );
    const sources = names
      .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('lib/generated/'))
      .map((name): [string, string] => [name, readFileSync(join(ROOT, name), 'utf8')]);
    expect(sources.length).toBeGreaterThan(20);
    expect(
      sources.filter(([, source]) => /\b(?:import|require)\s*\((?!\s*['"])/.test(source)).map(([name]) => name),
    ).toEqual([]);
    const lines = sources
      .map(([name, source]): [string, string] => [name, onDemand(source)])
      .filter(([, imported]) => imported !== '');
    expect([...lint(lines)]).toEqual([]);
    expect(
      lint([['lib/detect/a.ts', onDemand("await import('../library/schema.ts')")]]).get('lib/detect/a.ts'),
    ).toContain('detect may import only');
  });
});
