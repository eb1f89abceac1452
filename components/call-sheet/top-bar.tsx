import { LOCALES, LOCALE_NAMES, type Locale } from '../../lib/i18n/index.ts';
import { PARTIES, type Party } from '../../lib/messages.ts';
import { Select } from '../shared/select.tsx';
import type { SheetSay } from './call-props.ts';

const LANGUAGES = LOCALES.map((one) => ({ value: one, text: LOCALE_NAMES[one], lang: one }));

interface TopBarProps {
  party: Party;
  screen: Locale;
  theirs: Locale;
  t: SheetSay;
  onParty: (party: Party) => void;
  onScreen: (locale: Locale) => void;
  onTheirs: (locale: Locale) => void;
}

/** Whom one talks to and in which two languages. */
export function TopBar({ party, screen, theirs, t, onParty, onScreen, onTheirs }: TopBarProps) {
  return (
    <header class="call-top">
      <div class="call-title">
        <p class="call-brand">{t('sheet.brand')}</p>
        <h1>{t(`sheet.title.${party}`)}</h1>
      </div>
      <nav class="call-parties" aria-label={t('sheet.parties')}>
        {PARTIES.map((one) => (
          <button
            key={one}
            type="button"
            aria-current={one === party ? 'page' : undefined}
            data-to-party={one}
            onClick={() => onParty(one)}
          >
            {t(`sheet.party.${one}`)}
          </button>
        ))}
      </nav>
      <div class="call-languages">
        <Select
          id="screen-language"
          label={t('sheet.screen-language')}
          value={screen}
          options={LANGUAGES}
          onChoose={onScreen}
        />
        <Select
          id="their-language"
          label={t(`sheet.their-language.${party}`)}
          value={theirs}
          options={LANGUAGES}
          onChoose={onTheirs}
        />
      </div>
    </header>
  );
}
