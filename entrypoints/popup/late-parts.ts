/** The parts that come after the first paint, each from a chunk of its own. One that cannot be loaded is left out. */
import type { LateParts, PopupVoice } from '../../components/popup/popup-props.ts';
import type { AdviceLibrary } from '../../lib/case/advice.ts';
import type { CasePerson } from '../../lib/case/evidence.ts';
import type { Way } from '../../lib/pay/ways.ts';
import type { PersonSettings, Settings } from '../../lib/state/settings.ts';

/** What the late parts ask of the popup whenever they are drawn, so that they never show what was. */
export interface Desk {
  voice: () => PopupVoice;
  settings: () => Settings;
  library: () => AdviceLibrary;
  /** The ways to pay for a person, in the case as it stands. */
  waysFor: (person: Partial<CasePerson>) => readonly Way[];
  onPerson: (person: PersonSettings) => void;
}

export const UNSAID: PersonSettings = { stay: 'unknown', country: null };

/** Loads the parts in the languages of the settings. */
export async function loadLateParts(desk: Desk): Promise<LateParts> {
  const loads: Promise<LateParts>[] = [
    import('./cost.tsx').then((part) => part.costPart(desk)),
    import('./ways.tsx').then((part) => part.waysParts(desk)),
    import('./bank-code.tsx').then((part) => part.bankCodePart(desk)),
    import('./picture.tsx').then((part) => part.picturePart(desk)),
  ];
  const parts = await Promise.all(loads.map((part) => part.catch((): LateParts => ({}))));
  return Object.assign({}, ...parts) as LateParts;
}
