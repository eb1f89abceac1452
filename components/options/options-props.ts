import type { Locale } from '../../lib/i18n/index.ts';
import type { Voice } from '../shared/voice.ts';

export type OptionsVoice = Voice<'options' | 'promises' | 'ui'>;

/** What is set, as lib/state keeps it. */
export interface Preferences {
  screen: Locale;
  bank: Locale;
  hints: boolean;
  muted: string[];
  person?: Person;
}

export interface Person {
  stay: 'visitor' | 'resident' | 'unknown';
  country: string | null;
}

/** Kinds of stored things in the order they are told, and how many there are. */
export const STORED_KINDS = [
  'failures',
  'cases',
  'calls',
  'attempts',
  'handed',
  'kept-calls',
  'settings',
  'other',
] as const;
export type Stored = Readonly<Record<(typeof STORED_KINDS)[number], number>>;

/** A keyboard command; `keys` is '' where none is set. */
export interface Command {
  name: string;
  keys: string;
}

/** What became of the last thing pressed, told in a live region. */
export type Told = 'exported' | 'imported' | 'not-a-file' | 'cleared' | 'not-cleared' | 'not-kept' | 'find-shortcuts';

export interface OptionsProps {
  voice: OptionsVoice;
  settings: Preferences;
  /** Null until it was counted. */
  stored: Stored | null;
  /** Null where the browser has no commands. */
  shortcuts: readonly Command[] | null;
  version: string;
  library: { causes: number; checked: string };
  told: Told | null;
  onChange: (change: Partial<Preferences>) => void;
  onShortcuts: () => void;
  onExport: () => void;
  onImport: (file: Blob) => void;
  onClear: () => void;
  onWelcome: () => void;
}
