import type { Locale } from '../../lib/i18n/index.ts';
import type { Voice } from '../shared/voice.ts';

export type WelcomeVoice = Voice<'welcome' | 'promises' | 'options' | 'ui'>;

/** An example with what the hint in a page would say to it. */
export interface ShownExample {
  id: string;
  message: string;
  /** The hint's sentence. */
  hint: string;
}

export interface WelcomeProps {
  voice: WelcomeVoice;
  screen: Locale;
  bank: Locale;
  /** Where the icon is put into the bar; phones have none. */
  browser: 'chromium' | 'firefox' | 'phone';
  /** Null where the browser does not tell. */
  pinned: boolean | null;
  examples: readonly ShownExample[];
  /** Whether an example stands where one's own case would, and can be ended. */
  hasExample: boolean;
  /** In private windows nothing is stored, so that only the hint and the words for the call can be shown. */
  isPrivate: boolean;
  onScreenLanguage: (locale: Locale) => void;
  onBankLanguage: (locale: Locale) => void;
  onPopup: (id: string) => void;
  onCallSheet: (id: string) => void;
  onEndExample: () => void;
  onOptions: () => void;
}
