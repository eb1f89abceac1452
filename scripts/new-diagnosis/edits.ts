/** Puts a new diagnosis into files that people keep by hand: as text, so that their layout stays, and checked afterwards. */
import { OPEN } from '../../lib/library/unfilled.ts';
import { UserError } from '../cli.ts';
import { LAST, SAYING, TEXTS, WORDS } from './blanks.ts';

/** Puts a text before the only place where another one stands. */
function insertBefore(file: string, text: string, anchor: string, added: string): string {
  const parts = text.split(anchor);
  if (parts.length !== 2)
    throw new UserError(
      `${file} is not as expected: "${anchor.trim()}" stands there ${parts.length - 1} times. Nothing was written.`,
      1,
    );
  return `${parts[0]}${added}${anchor}${parts[1]}`;
}

/** Adds entries to a JSON file as text, so that its layout stays, and checks that nothing else changed. */
function addToJson(
  file: string,
  text: string,
  change: (text: string) => string,
  expected: (before: unknown) => unknown,
): string {
  const after = change(text);
  // Order counts as well: the files are read by people.
  if (JSON.stringify(JSON.parse(after)) !== JSON.stringify(expected(JSON.parse(text))))
    throw new UserError(`${file} is not as expected. Nothing was written.`, 1);
  return after;
}

/** The words go before those of the unnamed failure, kind by kind. */
export function withWords(file: string, text: string, id: string): string {
  const kindOf = (key: string): string | undefined => Object.keys(WORDS).find((kind) => key === `${kind}.${LAST}`);
  return addToJson(
    file,
    text,
    (before) =>
      Object.entries(WORDS).reduce(
        (now, [kind, words]) =>
          insertBefore(file, now, `  "${kind}.${LAST}":`, `  "${kind}.${id}": ${JSON.stringify(words)},\n`),
        before,
      ),
    (before) =>
      Object.fromEntries(
        Object.entries(before as Record<string, string>).flatMap(([key, words]) => {
          const kind = kindOf(key);
          return kind
            ? [
                [`${kind}.${id}`, WORDS[kind]],
                [key, words],
              ]
            : [[key, words]];
        }),
      ),
  );
}

export function withPrior(file: string, text: string, id: string): string {
  const words = `${OPEN}: very-common, common, occasional, uncommon or rare`;
  return addToJson(
    file,
    text,
    (before) => {
      const causes = /"priors": \{\s*"causes": \{[^}]*?(?=\s*\})/.exec(before)?.[0];
      if (!causes)
        throw new UserError(`${file} is not as expected: it has no priors of causes. Nothing was written.`, 1);
      return before.replace(causes, () => `${causes},\n      "${id}": ${JSON.stringify(words)}`);
    },
    (before) => {
      const all = before as { priors: { causes: Record<string, string> } };
      return { ...all, priors: { ...all.priors, causes: { ...all.priors.causes, [id]: words } } };
    },
  );
}

/** Puts one more entry at the end of a JSON text that ends with a list (`depth` 1) or an object (`depth` 0). */
function withLast(file: string, text: string, depth: 0 | 1, entry: string): string {
  const end = depth ? '\n  ]\n}\n' : '\n}\n';
  if (!text.endsWith(end)) throw new UserError(`${file} is not as expected. Nothing was written.`, 1);
  return `${text.slice(0, -end.length)},\n${entry}${end}`;
}

/** The value as JSON, moved to the right. */
const indented = (value: unknown, by: string): string =>
  JSON.stringify(value, null, 2)
    .split('\n')
    .map((line) => by + line)
    .join('\n');

/** What people say goes last among the sayings. */
export function withSaying(file: string, text: string, id: string): string {
  const saying = SAYING(id);
  return addToJson(
    file,
    text,
    (before) => withLast(file, before, 1, indented(saying, '    ')),
    (before) => {
      const all = before as { families: unknown[] };
      return { ...all, families: [...all.families, saying] };
    },
  );
}

/** The sentences of the new family go last. */
export function withTexts(file: string, text: string, id: string): string {
  const [rule, sentences] = TEXTS(id);
  return addToJson(
    file,
    text,
    (before) => withLast(file, before, 0, indented({ [rule]: sentences }, '').slice(2, -2)),
    (before) => ({ ...(before as object), [rule]: sentences }),
  );
}
