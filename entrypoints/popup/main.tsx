/** Wires the popup to the browser: which tab, what it shows, in which words. Decisions are in lib/case, looks in components. */
import '../../components/shared/tokens.css';
import '../../components/shared/base.css';
import { render, type ComponentChildren } from 'preact';
import browser from 'webextension-polyfill';
import type { Checked } from '../../components/popup/check-button.tsx';
import type { PopupVoice } from '../../components/popup/popup-props.ts';
import { Popup } from '../../components/popup/popup.tsx';
import { voiceOf } from '../../components/shared/voice.ts';
import type { Advice } from '../../lib/case/advice.ts';
import { findingOfAnswer, type LookupAnswer } from '../../lib/understand/lookup-answer.ts';
import { alipayHostOf, mutesOf, popupState, tabOfQuery, type TabAnswer } from '../../lib/case/popup-state.ts';
import type { Locale } from '../../lib/i18n/index.ts';
import { askPage } from '../../lib/state/ask-page.ts';
import { checkPage } from '../../lib/state/check-page.ts';
import { readFindingOf } from '../../lib/state/findings.ts';
import { type PersonSettings, readSettings, saveSettings, type Settings } from '../../lib/state/settings.ts';
import { attemptBox, readTries } from './attempts.tsx';
import { type Desk, loadLateParts } from './late-parts.ts';
import { advise, load, loadCodes, loadLibrary, reload, shown } from './shown.ts';

const ALIPAY = { origins: ['https://*.alipay.com/*'] };
const root = document.getElementById('app')!;
const namedTab = tabOfQuery(location.search);

function draw(): void {
  const voice = voiceOf(shown.settings.screen, shown.words);
  document.documentElement.lang = voice.tag;
  document.documentElement.dir = voice.dir;
  document.title = voice.ui('app.name');
  render(
    <Popup
      view={shown.view}
      voice={voice}
      bank={shown.settings.bank}
      muted={shown.tab.kind === 'tab' && mutesOf(alipayHostOf(shown.tab.url) ?? '', shown.settings.muted).length > 0}
      refused={shown.refused}
      attempts={warning(voice)}
      late={shown.late}
      {...(shown.questions
        ? {
            questions: (open: (advice: Advice) => void) =>
              shown.questions!.panel(shown.words.library, (id) => openCause(id, open)),
          }
        : {})}
      lookup={shown.lookup}
      adviceOf={(answer: LookupAnswer) => advise(findingOfAnswer(answer, Date.now()))}
      onOpenSheet={openSheet}
      onScreenLanguage={(screen) => void speak(screen)}
      onBankLanguage={(bank) => void keep({ bank }).then(completeLateParts)}
      onUnmute={unmute}
      onGrant={grant}
      {...(shown.tab.kind === 'tab' ? { onCheckPage: check } : {})}
      onRetry={() => location.reload()}
    />,
    root,
  );
}

/** What earlier tries say. Once the user has looked, reading goes on at the title, because the button pressed is gone. */
function warning(voice: PopupVoice): ComponentChildren {
  const { tab, finding } = shown;
  const present = finding && tab.kind === 'tab' ? { diagnosis: finding.diagnosis, at: finding.at, tab: tab.id } : null;
  return attemptBox(shown.attempts, present, shown.library, voice, (left) => {
    shown.attempts = left;
    draw();
    root.querySelector('h1')?.focus();
  });
}

/** Shows the advice for a cause that the questions led to; it is a possibility, not something the page said. */
function openCause(diagnosis: string, open: (advice: Advice) => void): void {
  const advice = advise({ diagnosis, certainty: 'unsure', code: '', evidence: [], host: '', at: Date.now() });
  if (advice) open(advice);
}

async function findTab(): Promise<TabAnswer> {
  if (namedTab === 'bad') return { kind: 'bad-id' };
  try {
    const tab =
      namedTab === null
        ? (await browser.tabs.query({ active: true, currentWindow: true }))[0]
        : await browser.tabs.get(namedTab);
    shown.mayKeep = tab !== undefined && !tab.incognito && !browser.extension.inIncognitoContext;
    return tab?.id === undefined ? { kind: 'gone' } : { kind: 'tab', id: tab.id, url: tab.url ?? '' };
  } catch {
    return { kind: 'gone' };
  }
}

/** What is known before any word is needed: the tab, whether its page may be read, and what was found there earlier. */
async function findOut() {
  const [tab, allowed] = await Promise.all([findTab(), browser.permissions.contains(ALIPAY)]);
  shown.tab = tab;
  return { tab, allowed, stored: tab.kind === 'tab' ? await readFindingOf(tab.id) : null };
}

/** Looks at the tab and shows what there is to say about it. */
async function look(known = findOut()): Promise<void> {
  const { tab, allowed, stored } = await known;
  // A shop's page is asked only when an Alipay frame in it has reported a failure.
  const readable = tab.kind === 'tab' && (stored !== null || alipayHostOf(tab.url) !== null);
  const [live, attempts] = await Promise.all([
    readable ? askPage(tab.id) : null,
    readable && shown.mayKeep ? readTries(Date.now()) : [],
  ]);
  shown.attempts = attempts;
  shown.finding = live?.kind === 'finding' ? live.finding : null;
  if (shown.finding) await Promise.all([loadLibrary(), load('library', 'facts')]);
  shown.view = popupState({ tab, allowed, live, stored }, advise);
  draw();
  await painted();
  await (shown.view.state === 'diagnosis' ? completeDiagnosis() : completeBox());
}

async function completeDiagnosis(): Promise<void> {
  await Promise.all([completeQuestions(), completeCode(), completeLateParts()]);
}

async function completeQuestions(): Promise<void> {
  if (!shown.finding || shown.tab.kind !== 'tab') return;
  const asking = {
    finding: shown.finding,
    tabId: shown.tab.id,
    keep: shown.mayKeep,
    locale: shown.settings.screen,
    country: shown.settings.person?.country ?? null,
  };
  // Without them the steps still stand there.
  shown.questions = await import('./questions.tsx')
    .then(({ prepareQuestions }) => prepareQuestions(asking, draw))
    .catch(() => null);
  draw();
}

const desk: Desk = {
  voice: () => voiceOf(shown.settings.screen, shown.words),
  settings: () => shown.settings,
  library: () => shown.library!,
  onPerson: (person) => void keepPerson(person),
};

/** The parts that speak of the library, so they wait for it; the bank's codes only where there is a box to type one. */
async function completeLateParts(): Promise<void> {
  if (!shown.library) return;
  shown.late = await loadLateParts(desk, shown.view.state !== 'diagnosis');
  draw();
}

async function completeCode(): Promise<void> {
  if (!shown.finding?.code) return;
  // Without them the code still stands there, only unexplained: no reason to take the advice off the screen.
  await loadCodes().catch(() => undefined);
  const advice = advise(shown.finding);
  if (advice) shown.view = { state: 'diagnosis', advice };
  draw();
}

/** What the box for a typed message needs. Its failure leaves the rest of the popup as it is. */
async function completeBox(): Promise<void> {
  try {
    const [{ createLookup }] = await Promise.all([
      import('../../lib/understand/lookup.ts'),
      loadLibrary(),
      loadCodes(),
      load('library', 'facts'),
    ]);
    shown.lookup = await createLookup();
  } catch {
    shown.lookup = 'failed';
  }
  draw();
  await completeLateParts();
}

/** Resolves once the browser has painted what was drawn. A hidden page never paints, so there it resolves at once. */
function painted(): Promise<void> {
  return new Promise((done) => (document.hidden ? done() : requestAnimationFrame(() => setTimeout(done))));
}

let saving: Promise<void> = Promise.resolve();

/**
 * Keeps a setting. A full or broken storage must not take it from this popup, so it is applied here first. Saving reads before
 * it writes, so two changes wait for each other, or the second would write back what the first had just replaced.
 */
function keep(change: Partial<Settings>): Promise<void> {
  shown.settings = { ...shown.settings, ...change };
  draw();
  saving = saving.then(() => saveSettings(change)).catch(() => undefined);
  return saving;
}

/** What the user says of themselves counts at once for what is asked and shown; from a private window it is not kept. */
function keepPerson(person: PersonSettings): Promise<void> {
  shown.questions?.know(person.country);
  if (shown.mayKeep) return keep({ person });
  shown.settings = { ...shown.settings, person };
  draw();
  return Promise.resolve();
}

async function speak(screen: Locale): Promise<void> {
  shown.settings = { ...shown.settings, screen };
  await reload();
  await Promise.all([shown.questions && completeQuestions(), completeLateParts()]);
  await keep({ screen });
}

function unmute(): void {
  const host = shown.tab.kind === 'tab' ? (alipayHostOf(shown.tab.url) ?? '') : '';
  const undone = mutesOf(host, shown.settings.muted);
  void keep({ muted: shown.settings.muted.filter((one) => !undone.includes(one)) });
}

/** Reads the current page once, on the user's click. */
async function check(): Promise<Checked> {
  if (shown.tab.kind !== 'tab') return { kind: 'refused' };
  const [answer] = await Promise.all([
    checkPage(shown.tab.id),
    loadLibrary(),
    loadCodes().catch(() => undefined),
    load('library', 'facts'),
  ]);
  if (answer.kind !== 'finding') return answer;
  const advice = advise(answer.finding);
  return advice ? { kind: 'advice', advice } : { kind: 'none' };
}

/** The request must be the first thing in the click, or the browser does not take it for the user's own wish. */
function grant(): void {
  browser.permissions
    .request(ALIPAY)
    .then(
      (granted) => {
        shown.refused = !granted;
        return granted ? look() : draw();
      },
      () => {
        shown.refused = true;
        draw();
      },
    )
    .catch(fail);
}

/** Opens the sheet for the tab's own failure, or, for a typed message, for its diagnosis. */
function openSheet(advice: Advice): void {
  const query = new URLSearchParams();
  if (shown.tab.kind === 'tab') query.set('tab', String(shown.tab.id));
  if (shown.view.state !== 'diagnosis' || shown.view.advice !== advice) query.set('diagnosis', advice.diagnosis);
  void browser.tabs.create({ url: browser.runtime.getURL(`call-sheet.html?${query}`) }).then(() => {
    // On phones the popup would stay in front of the sheet it opened.
    if (namedTab === null) window.close();
  });
}

function fail(): void {
  shown.view = { state: 'error', reason: 'failed' };
  draw();
  void completeBox();
}

/** Milliseconds after which somebody who waits is told so; shorter waits show nothing rather than a word that is gone before it is read. */
const PATIENCE = 150;

async function start(): Promise<void> {
  const known = findOut();
  // Its failure is told by `look`, which waits for it.
  known.catch(() => undefined);
  // Every state needs them in the end, and the first one at once; fetched together they cost hardly more than one. Who needs them asks again.
  void loadLibrary().catch(() => undefined);
  shown.settings = await readSettings().catch(() => shown.settings);
  void load('library', 'facts').catch(() => undefined);
  await load('ui');
  const waiting = setTimeout(draw, PATIENCE);
  await look(known).finally(() => clearTimeout(waiting));
}

start().catch(fail);
