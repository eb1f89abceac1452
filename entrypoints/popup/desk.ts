/** What the parts that come late know of the popup they stand in. */
import type { PopupVoice } from '../../components/popup/popup-props.ts';
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
