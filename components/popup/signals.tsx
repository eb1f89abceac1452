import { EVIDENCE_KINDS, type EvidenceKind } from '../../lib/messages.ts';
import type { PageSays } from './page-says.ts';
import type { PopupVoice } from './popup-props.ts';

/** What a page is read for: the signs that were found there, and those that were not. */
export function signalsOf({ signals }: Pick<PageSays, 'signals'>): Record<'found' | 'missing', EvidenceKind[]> {
  const has = (kind: EvidenceKind): boolean => signals.some((one) => one.kind === kind);
  return {
    found: EVIDENCE_KINDS.filter(has),
    // A whole sentence is known by more than its words.
    missing: EVIDENCE_KINDS.filter((kind) => !has(kind) && !(kind === 'family' && has('sentence'))),
  };
}

/** The signs of a failure that matched, and those that did not, in a line each. */
export function Signals({ says, voice }: { says: PageSays; voice: PopupVoice }) {
  if (says.signals.length === 0) return null;
  const list = new Intl.ListFormat(voice.tag, { type: 'conjunction' });
  const lines = Object.entries(signalsOf(says)).filter(([, kinds]) => kinds.length > 0);
  return (
    <ul class="signals soft">
      {lines.map(([which, kinds]) => (
        <li key={which} data-signals={which}>
          {voice.ui(`signals.${which}`, { signals: list.format(kinds.map((kind) => voice.ui(`signal.${kind}`))) })}
        </li>
      ))}
    </ul>
  );
}
