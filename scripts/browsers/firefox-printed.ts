/** What Firefox prints of errors: its protocol does not tell of what the extension's own pages throw or write. */
export type Printed = { kind: 'thrown'; text: string; url: string } | { kind: 'written'; text: string };

/** Reads one printed line; null when it is no complaint of the extension's or a page's. */
export function readPrinted(line: string): Printed | null {
  const thrown = /^JavaScript (error|warning): (moz-extension:\/\/[^,]*), line \d+: (.*)$/.exec(line);
  if (thrown) return { kind: 'thrown', text: thrown[3]!, url: thrown[2]! };
  // Arguments are printed as source; the browser's own complaints start with a bare word and are not ours.
  const written = /^console\.(?:error|warn): (["([{\d-].*|true|false|null|undefined)$/.exec(line);
  return written && { kind: 'written', text: unquote(written[1]!) };
}

/** The first argument of a printed call, if it is a string; else the line. */
function unquote(printed: string): string {
  const first = /^"(?:[^"\\]|\\.)*"/.exec(printed)?.[0];
  try {
    return first ? String(JSON.parse(first)) : printed;
  } catch {
    return printed;
  }
}
