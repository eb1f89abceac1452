/** Wires the call sheet to the browser: which tab and failure it is about, in which words, where its notes are kept. */
import '../../components/shared/tokens.css';
import '../../components/shared/base.css';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import { CallDesk } from '../../components/call-sheet/call-desk.tsx';
import { sayIn, type Keeping, type Remark } from '../../components/call-sheet/call-props.ts';
import { PlainSheet } from '../../components/call-sheet/plain-sheet.tsx';
import { readDeclineCode } from '../../lib/call/code.ts';
import { chooseParty, planCall, topicsFor, type CallPlan } from '../../lib/call/script.ts';
import type { AdviceLibrary } from '../../lib/case/advice.ts';
import { tabOfQuery } from '../../lib/case/popup-state.ts';
import { bestLocale, directionOf, LOCALES, say, type Locale, type Words } from '../../lib/i18n/index.ts';
import { loadWords } from '../../lib/i18n/load.ts';
import callScript from '../../lib/library/call-script.json';
import type { CallScript, Party } from '../../lib/library/call-script.ts';
import type { DeclineCode, DiagnosisId } from '../../lib/library/schema.ts';
import { PARTIES, type Finding } from '../../lib/messages.ts';
import { CALL_LIMITS, emptyCall, readCall, saveCall } from '../../lib/state/call.ts';
import { readFindingOf } from '../../lib/state/findings.ts';
import { readSettings, saveSettings, type Settings } from '../../lib/state/settings.ts';

const SCRIPT = callScript as unknown as CallScript;
const root = document.getElementById('app')!;
const query = new URLSearchParams(location.search);
const namedTab = tabOfQuery(location.search);
const tabId = typeof namedTab === 'number' ? namedTab : null;

/** All that changes while the sheet is open, apart from what its components keep themselves. */
const shown = {
  settings: { screen: bestLocale(navigator.languages), bank: 'en', hints: true, muted: [] } as Settings,
  packs: Object.fromEntries(LOCALES.map((one) => [one, {}])) as Record<Locale, Words>,
  facts: {} as Words,
  declineWords: {} as Words,
  declineCodes: [] as readonly DeclineCode[],
  library: null as AdviceLibrary | null,
  finding: null as Finding | null,
  keeping: 'browser' as Keeping,
  remarks: [] as Remark[],
  memory: emptyCall(),
  party: 'bank' as Party,
  plans: {} as Record<Party, CallPlan>,
};

const t = (key: string) => sayIn({ tag: shown.settings.screen, words: shown.packs[shown.settings.screen] })(key);

function draw(): void {
  const { settings, library } = shown;
  document.documentElement.lang = settings.screen;
  document.documentElement.dir = directionOf(settings.screen);
  document.title = `${t(`sheet.title.${shown.party}`)} · ${t('sheet.brand')}`;
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
      remarks={shown.remarks}
      failedAt={shown.finding?.at ?? null}
      code={shown.finding?.code ?? ''}
      zone={Intl.DateTimeFormat().resolvedOptions().timeZone}
      zones={Intl.supportedValuesOf('timeZone')}
      now={Date.now}
      memory={shown.memory}
      limits={CALL_LIMITS}
      keeping={shown.keeping}
      support={{
        lines: facts.map((one) => say(shown.facts, one.id, one.values, settings.screen)),
        hours: String(hours ?? ''),
      }}
      sources={{ bank: sourcesOf('bank'), alipay: sourcesOf('alipay'), shop: sourcesOf('shop') }}
      lookUp={(typed, network) => readDeclineCode(typed, network, shown.declineCodes, shown.declineWords)}
      onMemory={(memory) => saveCall(tabId, memory, shown.keeping !== 'no')}
      onCopy={(text) =>
        navigator.clipboard.writeText(text).then(
          () => true,
          () => false,
        )
      }
      onPrint={() => window.print()}
      onParty={turnTo}
      onScreenLanguage={(screen) => void speak(screen)}
      onBankLanguage={(bank) => void keep({ bank })}
    />,
    root,
  );
}

/** Keeps the sheet in the address, so that a reload shows the same one. */
function turnTo(party: Party): void {
  shown.party = party;
  query.set('party', party);
  history.replaceState(null, '', `?${query}`);
  document.title = `${t(`sheet.title.${party}`)} · ${t('sheet.brand')}`;
}

async function loadScreenWords(): Promise<void> {
  const { screen } = shown.settings;
  [shown.facts, shown.declineWords] = await Promise.all([
    loadWords(screen, 'facts'),
    loadWords(screen, 'decline-codes'),
  ]);
}

/** A setting counts at once, also where it cannot be stored. */
async function keep(change: Partial<Settings>): Promise<void> {
  shown.settings = { ...shown.settings, ...change };
  draw();
  await saveSettings(change).catch(() => undefined);
}

async function speak(screen: Locale): Promise<void> {
  shown.settings = { ...shown.settings, screen };
  await loadScreenWords();
  await keep({ screen });
}

/** Whether notes may be kept: never for a private window, and no longer than the payment tab lives. */
async function findKeeping(): Promise<Keeping> {
  if (browser.extension.inIncognitoContext) return 'no';
  if (tabId === null) return 'browser';
  try {
    return (await browser.tabs.get(tabId)).incognito ? 'no' : 'tab';
  } catch {
    shown.remarks.push('tab-closed');
    return 'no';
  }
}

function onTabRemoved(closed: number): void {
  if (closed !== tabId) return;
  shown.keeping = 'no';
  shown.remarks = [...new Set<Remark>([...shown.remarks, 'tab-closed'])];
  draw();
}

/** The diagnosis to speak about: one named in the address (for a typed message), else the tab's own. */
function chooseDiagnosis(library: AdviceLibrary) {
  const named = query.get('diagnosis') ?? '';
  if (Object.hasOwn(library.diagnoses, named)) {
    if (shown.finding?.diagnosis !== named) shown.finding = null;
    return library.diagnoses[named as DiagnosisId] ?? null;
  }
  const found = shown.finding?.diagnosis ?? '';
  return Object.hasOwn(library.diagnoses, found) ? (library.diagnoses[found as DiagnosisId] ?? null) : null;
}

async function start(): Promise<void> {
  const packs = await Promise.all(LOCALES.map((one) => loadWords(one, 'script')));
  LOCALES.forEach((one, at) => (shown.packs[one] = packs[at]!));
  render(<PlainSheet state="loading" t={t} />, root);
  shown.settings = await readSettings();
  shown.keeping = await findKeeping();
  if (shown.keeping === 'no' && !shown.remarks.includes('tab-closed')) shown.remarks.push('private');
  const [memory, finding, { advice }] = await Promise.all([
    readCall(tabId, shown.keeping !== 'no'),
    tabId === null ? null : readFindingOf(tabId),
    import('../../lib/generated/advice.ts'),
    loadScreenWords(),
  ]);
  Object.assign(shown, { memory, finding, library: advice });
  const diagnosis = chooseDiagnosis(advice);
  if (!diagnosis) shown.remarks.push('general');
  else if (diagnosis.outcome !== 'not-paid') shown.remarks.unshift('check-first');
  shown.party = chooseParty(query.get('party'), diagnosis?.party);
  for (const party of PARTIES) shown.plans[party] = planCall(SCRIPT[party], topicsFor(SCRIPT[party], diagnosis));
  browser.tabs.onRemoved.addListener(onTabRemoved);
  draw();
  await loadCodes();
}

/** The table of decline codes is needed only once an agent reads one out. Without it a code is unknown; the call goes on. */
async function loadCodes(): Promise<void> {
  try {
    shown.declineCodes = (await import('../../lib/library/decline-codes.json')).default as readonly DeclineCode[];
    draw();
  } catch {
    shown.declineCodes = [];
  }
}

start().catch(() => render(<PlainSheet state="error" t={t} />, root));
