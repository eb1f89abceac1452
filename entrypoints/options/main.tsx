/** Wires the page of settings to the browser: what is set and stored, and what is done with it. Looks are in components/options. */
import '../../components/shared/tokens.css';
import '../../components/shared/base.css';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { Options } from '../../components/options/options.tsx';
import type { OptionsVoice, Told } from '../../components/options/options-props.ts';
import { voiceOf } from '../../components/shared/voice.ts';
import { about } from '../../lib/generated/about.ts';
import type { Words } from '../../lib/i18n/index.ts';
import { loadWords } from '../../lib/i18n/load.ts';
import { clearEverything, onStoredChanged, takeInventory, type Inventory } from '../../lib/state/inventory.ts';
import { PREFERENCES_FILE, readPreferences, writePreferences } from '../../lib/state/preferences.ts';
import { readSettings, saveSettings, type Settings } from '../../lib/state/settings.ts';
import { openShortcutSettings, readShortcuts, type Shortcut } from '../../lib/state/shortcuts.ts';

type Pack = 'options' | 'promises' | 'ui';

const root = document.getElementById('app')!;
const { version } = browser.runtime.getManifest();
const shown = {
  settings: null as unknown as Settings,
  words: { options: {}, promises: {}, ui: {} } as Record<Pack, Words>,
  stored: null as Inventory | null,
  shortcuts: null as readonly Shortcut[] | null,
  told: null as Told | null,
};

function draw(): void {
  const voice: OptionsVoice = voiceOf(shown.settings.screen, shown.words);
  document.documentElement.lang = voice.tag;
  document.documentElement.dir = voice.dir;
  document.title = `${voice.options('title')} · ${voice.ui('app.name')}`;
  render(
    <Options
      voice={voice}
      settings={shown.settings}
      stored={shown.stored}
      shortcuts={shown.shortcuts}
      version={version}
      library={about}
      told={shown.told}
      onChange={(change) => void keep(change)}
      onShortcuts={() => void changeShortcuts()}
      onExport={exportFile}
      onImport={(file) => void importFile(file)}
      onClear={() => void clear()}
      onWelcome={() => void browser.tabs.create({ url: browser.runtime.getURL('welcome.html') })}
    />,
    root,
  );
}

function tell(told: Told | null): void {
  shown.told = told;
  draw();
}

async function loadPacks(): Promise<void> {
  const packs = Object.keys(shown.words) as Pack[];
  const loaded = await Promise.all(packs.map((pack) => loadWords(shown.settings.screen, pack)));
  packs.forEach((pack, at) => (shown.words[pack] = loaded[at]!));
}

/** Saving reads before it writes, so two changes wait for each other. */
let saving: Promise<void> = Promise.resolve();

/** A change counts at once on this page; what the browser does not keep is told. */
async function keep(change: Partial<Settings>): Promise<boolean> {
  shown.settings = { ...shown.settings, ...change };
  shown.told = null;
  if (change.screen) await loadPacks();
  draw();
  const saved = saving.then(() => saveSettings(change));
  saving = saved.catch(() => undefined);
  return saved.then(
    () => true,
    () => {
      tell('not-kept');
      return false;
    },
  );
}

/** A link that is pressed once: the way of the browser itself to save a file, without a permission. */
function exportFile(): void {
  const address = URL.createObjectURL(new Blob([writePreferences(shown.settings)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = PREFERENCES_FILE;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  tell('exported');
}

async function importFile(file: Blob): Promise<void> {
  const read = readPreferences(await file.text().catch(() => ''), navigator.languages);
  if (!read) return tell('not-a-file');
  // What the file does not say of the person is not said any more.
  const { person } = read;
  if (await keep({ ...read, person: person ?? { stay: 'unknown', country: null } })) tell('imported');
}

async function clear(): Promise<void> {
  await saving;
  const done = await clearEverything();
  shown.settings = await readSettings();
  await loadPacks();
  tell(done ? 'cleared' : 'not-cleared');
}

async function changeShortcuts(): Promise<void> {
  if (!(await openShortcutSettings())) tell('find-shortcuts');
}

async function recount(): Promise<void> {
  shown.stored = await takeInventory();
  draw();
}

async function start(): Promise<void> {
  shown.settings = await readSettings();
  [shown.shortcuts] = await Promise.all([readShortcuts(), loadPacks()]);
  await recount();
  onStoredChanged(() => void recount());
  // Keys may have been changed on the browser's page in the meantime.
  addEventListener('focus', () => {
    void readShortcuts().then((shortcuts) => {
      shown.shortcuts = shortcuts;
      draw();
    });
  });
}

void start();
