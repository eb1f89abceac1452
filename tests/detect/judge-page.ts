/** What the detector says of a whole document, from the first look to the judge. Needs a document and `stubLayout`. */
import { judge, type Verdict } from '../../lib/detect/judge.ts';
import { makePageReader, mayMatter, readPart } from '../../lib/detect/read-page.ts';
import { gate, table } from './shipped.ts';

const reader = makePageReader(table);

/** Puts HTML into the document and judges it; null where nothing is found, or nothing is worth reading. */
export function verdictOfPage(html: string): Verdict | null {
  document.body.innerHTML = html;
  if (!mayMatter(document.body, gate)) return null;
  return judge(
    readPart(document.body, reader, gate).sightings.flatMap((one) => one.reasons),
    table.roles,
  );
}
