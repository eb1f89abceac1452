/** Wires the first-run page to the browser. Looks are in components/welcome. */
import '../../components/shared/tokens.css';
import '../../components/shared/base.css';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { voiceOf } from '../../components/shared/voice.ts';
import type { ShownExample, WelcomeProps, WelcomeVoice } from '../../components/welcome/welcome-props.ts';
import { Welcome } from '../../components/welcome/welcome.tsx';
import { EXAMPLES, exampleCase, type Example } from '../../lib/case/examples.ts';
import { hintKey, hintSentence } from '../../lib/case/hint-words.ts';
import { hintTable } from '../../lib/generated/hints.ts';
import type { Words } from '../../lib/i18n/index.ts';
import { loadWords } from '../../lib/i18n/load.ts';
import { endExample, hasExample, startExample } from '../../lib/state/example.ts';
import { readSettings, saveSettings, type Settings } from '../../lib/state/settings.ts';

type Pack = 'welcome' | 'promises' | 'options' | 'ui' | 'hint' | 'library';

const root = document.getElementById('app')!;
const shown = {
  settings: null as unknown as Settings,
  words: { welcome: {}, promises: {}, options: {}, ui: {}, hint: {}, library: {} } as Record<Pack, Words>,
  pinned: null as boolean | null,
  hasExample: false,
};

/** The examples with what the hint in the page would say to them. */
function examples(): readonly ShownExample[] {
  const words = { ...shown.words.library, ...shown.words.hint };
  return EXAMPLES.map((example) => ({
    id: example.id,
    message: example.message,
    hint: hintSentence(hintKey(example, hintTable) ?? '', words),
  }));
}

function browserKind(): WelcomeProps['browser'] {
  if (/Android/.test(navigator.userAgent)) return 'phone';
  return browser.runtime.getURL('').startsWith('moz-extension:') ? 'firefox' : 'chromium';
}

function draw(): void {
  const voice: WelcomeVoice = voiceOf(shown.settings.screen, shown.words);
  document.documentElement.lang = voice.tag;
  document.documentElement.dir = voice.dir;
  document.title = `${voice.welcome('title')} · ${voice.ui('app.name')}`;
  render(
    <Welcome
      voice={voice}
      screen={shown.settings.screen}
      bank={shown.settings.bank}
      browser={browserKind()}
      pinned={shown.pinned}
      examples={examples()}
      hasExample={shown.hasExample}
      isPrivate={browser.extension.inIncognitoContext ?? false}
      onScreenLanguage={(screen) => void keep({ screen })}
      onBankLanguage={(bank) => void keep({ bank })}
      onPopup={(id) => void openPopup(find(id))}
      onCallSheet={(id) => void openSheet(find(id))}
      onEndExample={() => void end()}
      onOptions={() => void browser.runtime.openOptionsPage()}
    />,
    root,
  );
}

const find = (id: string): Example => EXAMPLES.find((one) => one.id === id)!;

async function loadPacks(): Promise<void> {
  const packs = Object.keys(shown.words) as Pack[];
  const loaded = await Promise.all(packs.map((pack) => loadWords(shown.settings.screen, pack)));
  packs.forEach((pack, at) => (shown.words[pack] = loaded[at]!));
}

let saving: Promise<void> = Promise.resolve();

/** A setting counts at once, also where it cannot be stored. */
async function keep(change: Partial<Settings>): Promise<void> {
  shown.settings = { ...shown.settings, ...change };
  if (change.screen) await loadPacks();
  draw();
  saving = saving.then(() => saveSettings(change)).catch(() => undefined);
  await saving;
}

/** Puts the example where the case without a page stands; not in private windows, of which nothing is stored. */
async function begin(example: Example): Promise<void> {
  if (browser.extension.inIncognitoContext) return;
  shown.hasExample = await startExample(exampleCase(example, Date.now()));
  draw();
}

async function openPopup(example: Example): Promise<void> {
  await begin(example);
  await browser.tabs.create({ url: browser.runtime.getURL('popup.html') });
}

async function openSheet(example: Example): Promise<void> {
  await begin(example);
  const query = new URLSearchParams({ diagnosis: example.diagnosis });
  await browser.tabs.create({ url: browser.runtime.getURL(`call-sheet.html?${query}`) });
}

async function end(): Promise<void> {
  await endExample();
  shown.hasExample = await hasExample();
  draw();
  // The button pressed is gone; reading goes on at the examples.
  document.querySelector<HTMLElement>('.example button')?.focus();
}

/** Whether the icon stands in the bar, where the browser tells. */
async function readPinned(): Promise<boolean | null> {
  const action = browser.action as unknown as { getUserSettings?(): Promise<{ isOnToolbar?: boolean }> };
  try {
    return (await action.getUserSettings?.())?.isOnToolbar ?? null;
  } catch {
    return null;
  }
}

async function start(): Promise<void> {
  shown.settings = await readSettings();
  [shown.pinned, shown.hasExample] = await Promise.all([readPinned(), hasExample(), loadPacks()]);
  draw();
  // The icon may have been pinned in the meantime.
  addEventListener('focus', () => {
    void readPinned().then((pinned) => {
      shown.pinned = pinned;
      draw();
    });
  });
}

void start();
