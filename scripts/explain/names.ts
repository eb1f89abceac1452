/** Names what a listener heard in the words of the library's files: which guard, which `unless`. */
import type { Stage } from '../../lib/detect/hear.ts';
import { reasonOrder } from '../../lib/detect/judge.ts';
import { type Reason } from '../../lib/detect/reasons.ts';
import type { Roles } from '../../lib/detect/table.ts';
import { redact } from '../../lib/privacy/redact.ts';
import type { Library } from '../../lib/library/read.ts';

export interface Dropped {
  stage: Stage;
  text: string;
  by: string;
}

const SHOWN = 90;
/** Words of a page or a text as they may be printed: output is pasted into reports. */
export const shown = (text: string): string => redact(text, SHOWN);

type GuardList = 'before' | 'after' | 'anywhere' | 'doubt';

/** The guards of a list that fit somewhere in a text. For `after`, which counts from the phrase on, every ending of the text is tried. */
function guardsIn(list: GuardList, text: string, library: Library): string[] {
  const endings = list === 'after' ? [...text].map((_, at) => [...text].slice(at).join('')) : [text];
  return library.guards[list]
    .filter(({ pattern }) => endings.some((one) => new RegExp(pattern, 'i').test(one)))
    .map((one) => one.name);
}

function familyOf(rule: string, library: Library) {
  const [id, family] = rule.split('/');
  const diagnosis = library.diagnoses.find((one) => one.id === id);
  const own = diagnosis?.signals.find((one) => one.kind === 'family' && one.id === family);
  const told = library.spoken.families.find((one) => one.diagnosis === id && one.id === family);
  return own?.kind === 'family' ? own : told;
}

const PLACES: Readonly<Record<string, string>> = {
  row: 'it stands in a row of a list, where only a line that calls itself an error code may speak',
  nowhere: 'it stands in a link, a list, an article, or in what a shop or payer wrote',
};

/** One line for what was dropped. */
export function tellDropped({ stage, text, by }: Dropped, library: Library): string {
  const [rule = '', more = ''] = by.split(' ');
  const quote = `"${shown(text)}"`;
  switch (stage) {
    case 'guard': {
      if (more === 'quotes') return `guard: ${rule} in ${quote}: the words stand in quotation marks`;
      const names = guardsIn(more as GuardList, text, library);
      return `guard: ${rule} in ${quote}: guards.json, ${more}: ${names.join(', ') || 'one'}`;
    }
    case 'unless':
      return `unless: ${rule} in ${quote}: its own "unless" ${familyOf(rule, library)?.unless?.[Number(more)] ?? more}`;
    case 'place':
      return PLACES[by]
        ? `place: ${quote}: ${PLACES[by]}`
        : `place: ${rule} in ${quote}: it counts only where an error stands (strength "context")`;
    case 'sentence':
      return `sentence: ${rule} in ${quote}: the words stand in a known sentence that says something else`;
    case 'visibility':
      return `visibility: ${quote}: ${by ? `only "${shown(by)}" can be seen` : 'cannot be seen'}`;
    default:
      return `${stage}: ${quote}: ${by}`;
  }
}

/** A code is read by its shape and shown as it is. */
const quoted = ({ kind, quote }: Reason): string => (kind === 'code' || kind === 'address' ? quote : shown(quote));

/** The reasons in the judge's order, the winner first. */
export function tellOrder(reasons: readonly Reason[], roles: Roles): string[] {
  return [...reasons]
    .sort(reasonOrder(roles))
    .map(
      (one, at) =>
        `${at + 1}. ${one.diagnosis} (${one.certainty}): ${one.kind} ${one.rule}, "${quoted(one)}", in ${one.place}; rank ${one.rank}, ${one.slots} words, weight ${one.weight}`,
    );
}
