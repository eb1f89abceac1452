/**
 * npm run --silent blind -- FILE.json [--out FILE]: how the lookup does on texts it was not tuned on. FILE holds a JSON array of
 * {id, text, lang|language, kind, expected: [ids], also: [ids]}; an empty `expected` means that nothing should be answered.
 * Prints right first (or acceptable first), missed and wrong by language and kind, and how honest the certainties are.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readLibrary } from '../../lib/library/read.ts';
import { shippedReaders } from '../shipped-readers.ts';
import type { Lookup } from '../../lib/understand/lookup-answer.ts';
import { UserError, fromUsersFolder, isMain, runCommand } from '../cli.ts';

export interface BlindText {
  id: string;
  text: string;
  lang?: string;
  language?: string;
  kind: string;
  expected: string[];
  also?: string[];
}

export interface Judged extends BlindText {
  got: string | null;
  certainty: string | null;
  verdict: 'right' | 'acceptable' | 'wrong' | 'missed' | 'false alarm' | 'silent';
}

/** Judges every text. A list of expected ids means that each of them is right. */
export function judgeTexts(texts: readonly BlindText[], lookup: Lookup): Judged[] {
  return texts.map((one) => {
    const first = lookup(one.text)[0];
    const got = first?.diagnosis ?? null;
    const verdict = !one.expected.length
      ? got
        ? 'false alarm'
        : 'silent'
      : !got
        ? 'missed'
        : one.expected.includes(got)
          ? 'right'
          : one.also?.includes(got)
            ? 'acceptable'
            : 'wrong';
    return { ...one, got, certainty: first?.certainty ?? null, verdict };
  });
}

/** Lines of a table by a key: how many of how many were right or acceptable. */
export function tableOf(judged: readonly Judged[], keyOf: (one: Judged) => string): string[] {
  const groups = new Map<string, Judged[]>();
  for (const one of judged) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups].sort().map(([key, list]) => {
    const count = (...verdicts: string[]): number => list.filter((one) => verdicts.includes(one.verdict)).length;
    const good = count('right', 'acceptable', 'silent');
    const share = ((100 * good) / list.length).toFixed(0).padStart(3);
    return `${key.padEnd(12)} ${share} %  ${good} of ${list.length}  (strictly right ${count('right', 'silent')}, wrong ${count('wrong')}, missed ${count('missed')}, false alarms ${count('false alarm')})`;
  });
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { out: { type: 'string' } }, allowPositionals: true });
  if (positionals.length !== 1) throw new UserError('Give one JSON file of texts.');
  const texts = JSON.parse(readFileSync(fromUsersFolder(positionals[0]!), 'utf8')) as BlindText[];
  const library = readLibrary();
  const judged = judgeTexts(texts, shippedReaders(library).lookup);
  const print = (title: string, lines: string[]) => process.stdout.write(`${title}\n${lines.join('\n')}\n\n`);
  print(
    'By language',
    tableOf(
      judged.filter((one) => one.expected.length),
      (one) => one.lang ?? one.language ?? '?',
    ),
  );
  print(
    'By kind',
    tableOf(judged, (one) => one.kind),
  );
  print(
    'Told as',
    tableOf(
      judged.filter((one) => one.got && one.expected.length),
      (one) => one.certainty ?? 'nothing',
    ),
  );
  print(
    'All',
    tableOf(judged, () => 'all'),
  );
  if (values.out) writeFileSync(fromUsersFolder(values.out), `${JSON.stringify(judged, null, 1)}\n`);
}

if (isMain(import.meta.url)) await runCommand(main);
