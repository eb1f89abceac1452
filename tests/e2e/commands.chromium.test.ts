/** The commands that drive the installed browser themselves, run as a person runs them. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildExtension } from '../../scripts/build.ts';
import { ROOT } from '../../scripts/cli.ts';
import { ADDRESS, FAILING_DIAGNOSIS, FAILING_PAGE, HEALTHY_PAGE } from './support.ts';

let folder: string;
beforeAll(async () => {
  await buildExtension();
  folder = mkdtempSync(join(tmpdir(), 'card-rescue-commands-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function command(
  script: string,
  ...args: string[]
): Promise<{ status: number | null; stdout: string; stderr: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'scripts', script), ...args], {
      cwd: ROOT,
      env: { ...process.env, INIT_CWD: folder },
    });
    const out = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) child[name].on('data', (data) => (out[name] += String(data)));
    child.once('close', (status) => done({ status, ...out }));
  });
}

const SENTENCE = '付款失败，该银行卡不支持此交易，请更换其他银行卡';
const withScript = (script: string) => HEALTHY_PAGE.replace('</body>', `<script>${script}</script></body>`);
const TOAST = `const toast = document.createElement('div'); toast.className = 'adm-toast-main'; toast.textContent = '${SENTENCE}'; document.body.append(toast);`;

/** Pages by file name, and whether the failure must be seen. */
const PAGES: Record<string, [html: string | Buffer, seen: boolean]> = {
  'failing.html': [FAILING_PAGE, true],
  'healthy.html': [HEALTHY_PAGE, false],
  'gbk.html': [
    Buffer.from(
      '<html><head><meta charset="gbk"></head><body><div role="alertdialog" class="adm-dialog">\xb8\xb6\xbf\xee\xca\xa7\xb0\xdc\xa3\xac\xb8\xc3\xd2\xf8\xd0\xd0\xbf\xa8\xb2\xbb\xd6\xa7\xb3\xd6\xb4\xcb\xbd\xbb\xd2\xd7</div></body></html>',
      'latin1',
    ),
    true,
  ],
  'toast.html': [withScript(`setTimeout(() => { ${TOAST} setTimeout(() => toast.remove(), 2000); }, 1200);`), true],
  'reloading.html': [FAILING_PAGE.replace('</body>', '<script>location.reload();</script></body>'), true],
  'leaving.html': [
    FAILING_PAGE.replace(
      '</body>',
      "<script>alert('x'); location.href = 'https://shop.example/back'; location.href = 'alipays://platformapi/startApp';</script></body>",
    ),
    true,
  ],
  'needy.html': [
    FAILING_PAGE.replace(
      '</head>',
      '<link rel="stylesheet" href="a.css"><script src="https://cdn.example/a.js"></script></head>',
    ),
    true,
  ],
};

describe('diagnose', () => {
  it('reads pages as they would be seen, several at a time', async () => {
    for (const [name, [html]] of Object.entries(PAGES)) writeFileSync(join(folder, name), html);
    const list = Object.keys(PAGES).map((file) => ({ file, url: ADDRESS }));
    writeFileSync(
      join(folder, 'batch.json'),
      JSON.stringify([...list, { file: 'failing.html', url: 'https://shop.example/' }]),
    );
    const { status, stdout, stderr } = await command('diagnose.ts', '--batch', 'batch.json');
    expect(stderr.trim()).toBe('shop.example is not an Alipay address: Card Rescue does not look at pages there.');
    const answers = JSON.parse(stdout) as { diagnosis: string | null }[];
    expect(Object.fromEntries(Object.keys(PAGES).map((name, at) => [name, answers[at]?.diagnosis]))).toEqual(
      Object.fromEntries(Object.entries(PAGES).map(([name, [, seen]]) => [name, seen ? FAILING_DIAGNOSIS : null])),
    );
    expect(answers.at(-1)).toEqual({ diagnosis: null });
    expect(status).toBe(0);
  });

  it('prints one line of JSON with the reasons and the sentence in the page', async () => {
    writeFileSync(join(folder, 'one.html'), FAILING_PAGE);
    const { status, stdout, stderr } = await command('diagnose.ts', '--json', 'one.html', '--url', ADDRESS);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.trim().split('\n')).toHaveLength(1);
    const answer = JSON.parse(stdout) as Record<string, unknown>;
    expect(Object.keys(answer)).toEqual(['diagnosis', 'certainty', 'code', 'evidence', 'banner']);
    expect(answer).toMatchObject({ diagnosis: FAILING_DIAGNOSIS, code: '', banner: expect.stringMatching(/\w+ \w+/) });
    expect((answer.evidence as object[])[0]).toEqual({
      kind: expect.any(String),
      rule: expect.any(String),
      quote: expect.any(String),
      place: 'dialog',
    });
  });
});

describe('demo', () => {
  it('tells the diagnosis and takes pictures where there is no screen', async () => {
    const { status, stdout } = await command('demo.ts', '--pictures');
    expect(status).toBe(0);
    expect(stdout).toMatch(new RegExp(`^Diagnosis: +${FAILING_DIAGNOSIS} \\("\\w.+"\\)$`, 'm'));
    expect(stdout).toMatch(/^Hint: +\w+ \w+/m);
    for (const name of ['page', 'popup', 'call-sheet']) {
      const path = join(ROOT, '.output', 'demo', `${name}.png`);
      expect(Date.now() - statSync(path).mtimeMs).toBeLessThan(60_000);
      expect(readFileSync(path).subarray(1, 4).toString('latin1')).toBe('PNG');
    }
  });
});
