import './options.css';
import { CountrySelect } from '../popup/country-select.tsx';
import { Button } from '../shared/button.tsx';
import { LanguageSelect } from '../shared/language-select.tsx';
import { Part } from '../shared/part.tsx';
import { Select } from '../shared/select.tsx';
import { Switch } from '../shared/switch.tsx';
import { dayIn } from '../shared/voice.ts';
import { ClearButton } from './clear-button.tsx';
import { MutedSites } from './muted-sites.tsx';
import type { OptionsProps, Person } from './options-props.ts';
import { ShortcutList } from './shortcut-list.tsx';
import { StoredList } from './stored-list.tsx';

const NOT_SAID: Person = { stay: 'unknown', country: null };
const STAYS: readonly Person['stay'][] = ['unknown', 'visitor', 'resident'];

/** The one page of settings: each line says what it does, and what is stored stands beside the way to be rid of it. */
export function Options(props: OptionsProps) {
  const { voice, settings, told, library, onChange } = props;
  const { options: say, ui } = voice;
  const person = settings.person ?? NOT_SAID;
  return (
    <main class="page" data-state="ready">
      <div class="page-top">
        <p class="page-brand">
          <img src="/icon/32.png" alt="" width="24" height="24" />
          {ui('app.name')}
        </p>
        <Button kind="plain" onPress={props.onWelcome}>
          {say('welcome')}
        </Button>
      </div>
      <h1>{say('title')}</h1>

      <Part id="languages" title={say('languages.title')}>
        <div class="choices">
          <LanguageSelect
            id="screen-language"
            label={say('languages.screen')}
            value={settings.screen}
            onChoose={(screen) => onChange({ screen })}
          />
          <LanguageSelect
            id="bank-language"
            label={say('languages.bank')}
            value={settings.bank}
            onChoose={(bank) => onChange({ bank })}
          />
        </div>
      </Part>

      <Part id="hints" title={say('hints.title')}>
        <Switch id="hints-on" label={say('hints.on')} on={settings.hints} onChange={(hints) => onChange({ hints })} />
        <p class="page-soft">{say('hints.help')}</p>
        <MutedSites muted={settings.muted} voice={voice} onMuted={(muted) => onChange({ muted })} />
      </Part>

      <Part id="person" title={say('person.title')}>
        <p class="page-soft">{say('person.why')}</p>
        <div class="choices">
          <CountrySelect
            id="country"
            label={ui('ways.country')}
            country={person.country}
            voice={voice}
            onCountry={(country) => onChange({ person: { ...person, country } })}
          />
          <Select
            id="stay"
            label={ui('ways.stay')}
            value={person.stay}
            options={STAYS.map((stay) => ({ value: stay, text: ui(`ways.stay.${stay}`) }))}
            onChoose={(stay) => onChange({ person: { ...person, stay } })}
          />
        </div>
      </Part>

      <Part id="keys" title={say('keys.title')}>
        <ShortcutList shortcuts={props.shortcuts} voice={voice} onShortcuts={props.onShortcuts} />
      </Part>

      <Part id="file" title={say('file.title')}>
        <p class="page-soft">{say('file.help')}</p>
        <div class="page-row">
          <Button onPress={props.onExport}>{say('file.export')}</Button>
          <label class="button button-quiet file-button">
            {say('file.import')}
            <input
              class="visually-hidden"
              type="file"
              accept="application/json,.json"
              onChange={(event) => {
                const [file] = event.currentTarget.files ?? [];
                if (file) props.onImport(file);
                // The same file may be chosen again after it was mended.
                event.currentTarget.value = '';
              }}
            />
          </label>
        </div>
      </Part>

      <Part id="stored" title={say('stored.title')}>
        <StoredList stored={props.stored} voice={voice} />
        <ClearButton voice={voice} onClear={props.onClear} />
        <p class="page-soft">{say('clear.help')}</p>
      </Part>

      <footer class="page-soft">
        <p data-version={props.version}>
          {say('about', {
            version: props.version,
            causes: String(library.causes),
            checked: dayIn(voice.tag, library.checked),
          })}
        </p>
        <p>{voice.promises('unofficial')}</p>
      </footer>
      <p class={told ? 'told' : undefined} role="status" data-told={told ?? ''}>
        {told && say(`told.${told}`)}
      </p>
    </main>
  );
}
