/** Wires the call sheet to the browser: which tab and case it is about, in which words, where its notes are kept. */
import '../../components/shared/tokens.css';
import '../../components/shared/base.css';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { CallDesk } from '../../components/call-sheet/call-desk.tsx';
import { sayIn, type Remark } from '../../components/call-sheet/call-props.ts';
import { PlainSheet } from '../../components/call-sheet/plain-sheet.tsx';
import { readDeclineCode } from '../../lib/call/code.ts';
import { chooseParty } from '../../lib/call/script.ts';
import { directionOf, LOCALES, say, type Locale } from '../../lib/i18n/index.ts';
import { loadWords } from '../../lib/i18n/load.ts';
import type { Party } from '../../lib/library/call-script.ts';
import type { DeclineCode } from '../../lib/library/schema.ts';
import { CALL_LIMITS } from '../../lib/state/call.ts';
import { readSettings, saveSettings, type Settings } from '../../lib/state/settings.ts';
import * as calls from './calls-part.ts';
import { followPage, readPage } from './page-part.ts';
import { query, SCRIPT, shown, type Pack } from './shown.ts';
import { onVoices, speak as speakAloud, voicesHere } from './speech.ts';

/** A chunk of its own, shared with the popup: it comes with the knowledge while the page says that it is getting ready. */
let about: typeof import('./case-part.ts');

const root = document.getElementById('app')!;
const t = (key: string) => sayIn({ tag: shown.settings.screen, words: shown.packs[shown.settings.screen] })(key);
const titleOf = (party: Party): string => `${t(`sheet.title.${party}`)} · ${t('sheet.brand')}`;
const thenDraw = <A extends unknown[]>(run: (...given: A) => unknown) => {
  return (...given: A): void => void Promise.resolve(run(...given)).then(draw);
};

/** The same function at every drawing: what is kept is written when it changes, not when the sheet is drawn. */
const keepText = thenDraw(calls.keepText);

function remarksNow(): Remark[] {
  const mayBeGone = shown.answer !== null && shown.answer.outcome !== 'not-paid';
  return mayBeGone ? ['check-first', ...shown.remarks] : shown.remarks;
}

function draw(): void {
  const { settings, words, data, keeping } = shown;
  document.documentElement.lang = settings.screen;
  document.documentElement.dir = directionOf(settings.screen);
  document.title = titleOf(shown.party);
  const library = data?.library;
  const sourcesOf = (party: Party) =>
    SCRIPT[party].sources.flatMap((id) => (library?.sources[id] ? [{ id, ...library.sources[id] }] : []));
  const facts = SCRIPT.support.flatMap((id) => library?.facts[id] ?? []);
  const hours = facts.map((one) => one.values.hours).find((one) => typeof one === 'string');
  render(
    <CallDesk
      party={shown.party}
      plans={shown.plans}
      packs={shown.packs}
      screen={settings.screen}
      bank={settings.bank}
      remarks={remarksNow()}
      failedAt={shown.finding?.at ?? null}
      code={shown.finding?.code ?? ''}
      zone={Intl.DateTimeFormat().resolvedOptions().timeZone}
      zones={Intl.supportedValuesOf('timeZone')}
      now={Date.now}
      memory={shown.memory}
      answer={shown.answer}
      data={data}
      wordsOf={({ pack, key }, slots) => say(words[pack as Pack], key, slots, settings.screen)}
      found={shown.found?.found ?? null}
      pinyin={shown.pinyin}
      voices={shown.voices}
      earlier={shown.earlier}
      kept={shown.kept}
      keeps={shown.memory.kept !== ''}
      limits={CALL_LIMITS}
      keeping={keeping}
      support={{
        lines: facts.map((one) => say(words.facts, one.id, one.values, settings.screen)),
        hours: String(hours ?? ''),
      }}
      sources={{ bank: sourcesOf('bank'), alipay: sourcesOf('alipay'), shop: sourcesOf('shop') }}
      lookUp={(typed, network) => readDeclineCode(typed, network, shown.declineCodes, words['decline-codes'])}
      onMemory={calls.keepNotes}
      onTold={thenDraw(about.tell)}
      onFound={thenDraw(about.noteFound)}
      onUndo={thenDraw(about.undoFound)}
      onSpeak={speakAloud}
      onEarlier={thenDraw(calls.takeEarlier)}
      onKeep={keepText}
      onDelete={thenDraw(calls.deleteKept)}
      onCopy={(text) =>
        navigator.clipboard.writeText(text).then(
          () => true,
          () => false,
        )
      }
      onPrint={() => window.print()}
      onParty={turnTo}
      onScreenLanguage={(screen) => void speakIn(screen)}
      onBankLanguage={(bank) => void speakWithBank(bank)}
    />,
    root,
  );
}

/** Keeps the sheet in the address, so that a reload shows the same one. */
function turnTo(party: Party): void {
  shown.party = party;
  query.set('party', party);
  history.replaceState(null, '', `?${query}`);
  document.title = titleOf(party);
}

async function loadScreenWords(): Promise<void> {
  const packs = Object.keys(shown.words) as Pack[];
  const loaded = await Promise.all(packs.map((pack) => loadWords(shown.settings.screen, pack)));
  packs.forEach((pack, at) => (shown.words[pack] = loaded[at]!));
}

/** A setting counts at once, also where it cannot be stored. */
async function keep(change: Partial<Settings>): Promise<void> {
  shown.settings = { ...shown.settings, ...change };
  draw();
  await saveSettings(change).catch(() => undefined);
}

async function speakIn(screen: Locale): Promise<void> {
  await loadSpoken({ ...shown.settings, screen });
  shown.settings = { ...shown.settings, screen };
  await loadScreenWords();
  await keep({ screen });
}

async function speakWithBank(bank: Locale): Promise<void> {
  await loadSpoken({ ...shown.settings, bank });
  await keep({ bank });
}

/** What other pages and the browser's tabs change while the sheet is open. */
function follow(): void {
  const all = () => [
    about.followCase(draw),
    calls.followNotes(draw),
    followPage(() => {
      about.answerAgain();
      draw();
    }),
  ];
  let stops = all();
  browser.tabs.onRemoved.addListener((closed) => {
    if (closed === shown.tabId) void calls.onTabClosed().then(draw);
  });
  browser.tabs.onReplaced?.addListener((added, removed) => {
    if (removed !== shown.tabId) return;
    void calls.onTabReplaced(added).then(() => {
      stops.forEach((stop) => stop());
      stops = all();
    });
  });
  onVoices(() => {
    shown.voices = voicesHere();
    draw();
  });
}

/** Words that are always there: English stands in for a gap, and the shop's card and Alipay's chat are in Chinese. */
const ALWAYS: readonly Locale[] = ['en', 'zh-CN'];

/** Both packs of words that the sheet says, in the languages that are spoken: the other side's line stands beside one's own. */
async function loadSpoken({ screen, bank }: Pick<Settings, 'screen' | 'bank'>): Promise<void> {
  const wanted = LOCALES.filter((one) => one === screen || one === bank || ALWAYS.includes(one));
  const missing = wanted.filter((one) => Object.keys(shown.packs[one]).length === 0);
  const load = async (one: Locale) => ({ ...(await loadWords(one, 'script')), ...(await loadWords(one, 'sheet')) });
  const packs = await Promise.all(missing.map(load));
  missing.forEach((one, at) => (shown.packs[one] = packs[at]!));
}

async function start(): Promise<void> {
  shown.settings = await readSettings();
  await loadSpoken(shown.settings);
  render(<PlainSheet state="loading" t={t} />, root);
  await calls.readNotes();
  [about] = await Promise.all([import('./case-part.ts'), readPage(), loadScreenWords()]);
  about.learn();
  await about.readCase();
  const named = query.get('diagnosis') ?? '';
  // The stored case knows better; the address speaks for one that could not be stored.
  if (shown.stored.length === 0 && Object.hasOwn(shown.data!.library.diagnoses, named)) shown.named = named;
  if (!shown.finding && !shown.named && shown.stored.length === 0) shown.remarks.push('general');
  about.answerAgain();
  shown.voices = voicesHere();
  shown.party = chooseParty(query.get('party'), about.partyBefore());
  follow();
  draw();
  await loadLater();
}

/** Not needed for the first card: the codes an agent may read out, and the pinyin where there is some. */
async function loadLater(): Promise<void> {
  const pinyin = Object.values(
    import.meta.glob<Record<string, string>>('../../lib/i18n/pinyin.json', { import: 'default' }),
  );
  const [codes, latin] = await Promise.all([
    import('../../lib/library/decline-codes.json').then(
      (one) => one.default as readonly DeclineCode[],
      () => [],
    ),
    pinyin[0]?.().catch(() => ({})) ?? {},
  ]);
  Object.assign(shown, { declineCodes: codes, pinyin: latin });
  draw();
}

start().catch(() => render(<PlainSheet state="error" t={t} />, root));
