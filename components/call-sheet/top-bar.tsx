import { useState } from 'preact/hooks';
import { LOCALES, LOCALE_NAMES, type Locale } from '../../lib/i18n/index.ts';
import { PARTIES, type Party } from '../../lib/messages.ts';
import { Icon } from '../shared/icon.tsx';
import { Select } from '../shared/select.tsx';
import type { SheetSay } from './call-props.ts';

const LANGUAGES = LOCALES.map((one) => ({ value: one, text: LOCALE_NAMES[one], lang: one }));

interface TopBarProps {
  party: Party;
  screen: Locale;
  theirs: Locale;
  step: number;
  of: number;
  first: boolean;
  t: SheetSay;
  onBack: () => void;
  onParty: (party: Party) => void;
  onScreen: (locale: Locale) => void;
  onTheirs: (locale: Locale) => void;
}

/** Where one is, whom one talks to and in which two languages. On a phone all but the place is behind one button. */
export function TopBar(props: TopBarProps) {
  const { party, screen, theirs, step, of, first, t, onBack, onParty, onScreen, onTheirs } = props;
  const [open, setOpen] = useState(false);
  return (
    <header class="call-top" data-open={open}>
      <button
        type="button"
        class="bar-button narrow-only"
        disabled={first}
        aria-label={t('sheet.back')}
        onClick={onBack}
      >
        <Icon name="back" />
      </button>
      <h1 class="call-title">{t(`sheet.title.${party}`)}</h1>
      <p class="call-where narrow-only" aria-hidden="true">
        {t('sheet.progress', { step, of })} · {t(`sheet.party.${party}`)}
      </p>
      <button
        type="button"
        class="bar-button narrow-only call-menu"
        aria-expanded={open}
        aria-controls="call-tools"
        aria-label={t('desk.menu')}
        onClick={() => setOpen(!open)}
      >
        ⋮
      </button>
      <div id="call-tools" class="call-tools">
        <nav class="call-parties" aria-label={t('sheet.parties')}>
          {PARTIES.map((one) => (
            <button
              key={one}
              type="button"
              aria-current={one === party ? 'page' : undefined}
              data-to-party={one}
              onClick={() => {
                setOpen(false);
                onParty(one);
              }}
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
      </div>
    </header>
  );
}
