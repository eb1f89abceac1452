/**
 * A process of its own for each number of phrases. In one process for all, the second matcher made would no longer be compiled for the one
 * it is, as the only one of a page is, and the order of the numbers would be measured instead of their cost.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isMain, reason } from '../scripts/cli.ts';
import { type Work, makeWork } from './matching-work.ts';

type Answer = { result: unknown } | { failed: string };
/** The same work, elsewhere. */
export type Away = { [Name in keyof Work]: (...given: Parameters<Work[Name]>) => Promise<ReturnType<Work[Name]>> } & {
  stop(): void;
};

/** Starts a process that works with so many phrases. What it is asked rejects when the work throws or the process ends. */
export function workAway(count: number): Away {
  const child = fork(fileURLToPath(import.meta.url), [String(count)]);
  const ask = (name: keyof Work, given: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const gone = (code: number | null): void =>
        reject(new Error(`the process with ${count} phrases ended with ${code}`));
      child.once('exit', gone);
      child.once('message', (answer: Answer) => {
        child.off('exit', gone);
        if ('failed' in answer) reject(new Error(answer.failed));
        else resolve(answer.result);
      });
      child.send({ name, given });
    });
  const names = ['prepare', 'race', 'own', 'attacks'] as const;
  return {
    ...Object.fromEntries(names.map((name) => [name, (...given: unknown[]) => ask(name, given)])),
    stop: () => void child.kill(),
  } as unknown as Away;
}

function serve(work: Work): void {
  process.on('message', ({ name, given }: { name: keyof Work; given: unknown[] }) => {
    let answer: Answer;
    try {
      answer = { result: (work[name] as (...all: unknown[]) => unknown)(...given) };
    } catch (error) {
      answer = { failed: reason(error) };
    }
    process.send!(answer);
  });
}

if (isMain(import.meta.url) && process.send) serve(makeWork(Number(process.argv[2])));
