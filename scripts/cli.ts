import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** The folder of the project, wherever a command was started from. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A mistake of the person at the keyboard or of their machine: shown as one sentence, without a stack. */
export class UserError extends Error {
  override name = 'UserError';
  /** @param exitCode 2 for wrong input, 1 for a machine that lacks something. */
  constructor(
    message: string,
    readonly exitCode = 2,
  ) {
    super(message);
  }
}

/** Thrown for --help: what a command can do, on stdout. */
class Help extends Error {}

type Kinds = Readonly<Record<string, 'boolean' | 'string'>>;
type Values<K extends Kinds> = { [Name in keyof K]?: K[Name] extends 'boolean' ? boolean : string };

/**
 * The options and words given to a command. --help is always one of them and shows the usage.
 * @throws UserError for an option that is not there, or for more words than the command takes
 */
export function optionsOf<const K extends Kinds>(
  usage: string,
  kinds: K,
  mostWords = 0,
): { values: Values<K>; words: string[] } {
  const named = Object.fromEntries(Object.entries(kinds).map(([name, type]) => [name, { type }]));
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ options: { ...named, help: { type: 'boolean' } }, allowPositionals: true });
  } catch (error) {
    throw new UserError(`${reason(error).split('. ')[0]}. See --help.`);
  }
  if (parsed.values.help) throw new Help(usage);
  const tooMuch = parsed.positionals[mostWords];
  if (tooMuch !== undefined) throw new UserError(`There is no use for "${tooMuch}" here. See --help.`);
  return { values: parsed.values as Values<K>, words: parsed.positionals };
}

/** Whether the file that asks was started as a command (and not imported). */
export function isMain(moduleUrl: string): boolean {
  const started = process.argv[1];
  if (!started) return false;
  try {
    return realpathSync(started) === fileURLToPath(moduleUrl);
  } catch {
    return false;
  }
}

/** Runs a command; a UserError becomes one sentence on stderr and its exit code, anything else a sentence with its stack. */
export async function runCommand(command: () => Promise<number | void>): Promise<void> {
  try {
    process.exitCode = (await command()) ?? 0;
  } catch (error) {
    if (error instanceof Help) process.stdout.write(`${error.message}\n`);
    else if (error instanceof UserError) {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = error.exitCode;
    } else {
      process.stderr.write(`Unexpected: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exitCode = 1;
    }
  }
}

/**
 * A path given on the command line, as a whole path. It counts from where the person stands: npm changes to the project's
 * folder and tells theirs in INIT_CWD, which a command started by another one may have inherited.
 */
export function fromUsersFolder(path: string, ...alsoFrom: string[]): string {
  const bases = [...alsoFrom, process.env.INIT_CWD, process.cwd()].filter((base) => base !== undefined);
  const paths = bases.map((base) => resolve(base, path));
  return paths.find((one) => existsSync(one)) ?? paths[0]!;
}

/** The message of anything thrown, on one line. */
export function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0]!.trim();
}
