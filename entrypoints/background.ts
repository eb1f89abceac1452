/** The background: wiring only. Listeners are set at once, because the browser may stop and start it at any moment. */
import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { hintKeyNow } from '../lib/case/hint-now.ts';
import { hintWords } from '../lib/case/hint-words.ts';
import { hintTable } from '../lib/generated/hints.ts';
import { wholeHintPack } from '../lib/case/hint-pack.ts';
import {
  type Finding,
  type HintOrder,
  type PageMessage,
  readPageMessage,
  type ToPageMessage,
} from '../lib/messages.ts';
import { noteAttempt } from '../lib/state/attempts.ts';
import { clearBadge, showBadge } from '../lib/state/badge.ts';
import { bringDetector, bringReader } from '../lib/state/bring-reader.ts';
import { listenForEntrances } from '../lib/state/entrances.ts';
import {
  type TabFinding,
  changeTabFindings,
  findingsNow,
  forgetTab,
  gravityOf,
  inOrder,
  moveTab,
  noteTabPaid,
  readDismissed,
  readTabFindings,
  readTabPaid,
  saveDismissed,
} from '../lib/state/findings.ts';
import { ALIPAY_DOMAIN, ALIPAY_PAGES } from '../lib/privacy/alipay-host.ts';
import { onCases } from '../lib/state/case-store.ts';
import { inTurn } from '../lib/state/in-turn.ts';
import { maskedFinding } from '../lib/state/masked.ts';
import { whileTelling, withoutDead } from '../lib/state/dead-frames.ts';
import { makeLater } from '../lib/state/later.ts';
import { makeMeter } from '../lib/state/meter.ts';
import { documentOf, hostOf, isAlipaySender } from '../lib/state/sender.ts';
import { openSteps } from '../lib/state/open-steps.ts';
import { muteSite, unmuteSite } from '../lib/state/mute.ts';
import { readSettings, shutSettings } from '../lib/state/settings.ts';
import { tellTop } from '../lib/state/tell-top.ts';
import { afterSecondLook, NO_FAILURE, type SecondLook, type SecondLookBounds } from '../lib/understand/second-look.ts';

const SITE = ALIPAY_DOMAIN;

type Known = keyof typeof hintTable;
const isKnown = (diagnosis: string): diagnosis is Known => Object.hasOwn(hintTable, diagnosis);
const gravity = (finding: Finding): number =>
  gravityOf(finding, (diagnosis) => isKnown(diagnosis) && hintTable[diagnosis][2] !== undefined);

/** A document of a tab that told something. */
interface Teller {
  tabId: number;
  frameId: number;
  document: string;
  host: string;
  /** False in a private window, of which nothing is kept. */
  keep: boolean;
}

/** Marks the tab; gives the order for the hint, or null where the user does not want one. */
async function hintFor(list: readonly TabFinding[], tabId: number, keep: boolean): Promise<HintOrder | null> {
  const first = list.find((one) => one.live);
  if (!first) {
    await clearBadge(tabId);
    return null;
  }
  const settings = await readSettings();
  const key = await hintKeyNow(tabId, list, { site: SITE, keep, person: settings.person }, Date.now());
  const about = `${first.finding.diagnosis} ${first.finding.code}`;
  const words = wholeHintPack(settings.screen);
  await showBadge(tabId, words.badge!);
  if (!key || !settings.hints || settings.muted.includes(SITE) || (await readDismissed(tabId)) === about) return null;
  return { type: 'show-hint', key: about, words: hintWords(key, words, settings.screen) };
}

/** Marks a tab by the gravest of what stands in it, and gives the top document its order, as an answer where it asks itself. */
function speak(list: readonly TabFinding[], from: Teller): Promise<HintOrder | null> {
  return inTurn(from.tabId, async () => {
    const now = from.keep ? await findingsNow(from.tabId, list) : list;
    const order = await hintFor(now, from.tabId, from.keep);
    // A document that speaks for itself alone knows that its hint is over.
    if (from.frameId === 0) return order ?? (now.length > 1 ? { type: 'hide-hint' } : null);
    await tellTop(from.tabId, order ?? { type: 'hide-hint' }, now);
    return null;
  });
}

/** More became known of a tab's payment, in its popup or on a call: its hint says what they say. */
async function onCase(tabId: number): Promise<void> {
  const list = await readTabFindings(tabId);
  const order = list.length ? await hintFor(list, tabId, true) : null;
  if (order) await tellTop(tabId, order, list);
}

/** Looks whether what is kept of a tab still stands. */
async function onUnheard(tabId: number): Promise<void> {
  const nobody: Teller = { tabId, frameId: -1, document: '', host: '', keep: true };
  await speak(await withoutDead(await readTabFindings(tabId), nobody, gravity), nobody);
}

const BOUNDS: SecondLookBounds = {
  isKnown,
  isNotPaid: (diagnosis) => isKnown(diagnosis) && hintTable[diagnosis][1] === 'not-paid',
};

/** Loaded with the first failure that names no cause; most pages and most failures never need it. */
let secondLook: Promise<SecondLook> | undefined;

/** What a document found, after a second look at its words where it is not certain; null where they report no failure. The page learns what came of it. */
async function lookedAtAgain(told: Finding, said: string, doubtful: boolean, from: Teller): Promise<Finding | null> {
  if (said)
    secondLook ??= import('../lib/understand/load-readers.ts').then(({ createSecondLook }) => createSecondLook());
  const opinion = (said && (await secondLook?.catch(() => null))?.(told, said, doubtful)) || null;
  const finding = afterSecondLook(told, opinion, doubtful, BOUNDS);
  if (opinion && finding !== told) {
    const { diagnosis, certainty } = finding ?? NO_FAILURE;
    const message: ToPageMessage = { type: 'second-look', of: told.diagnosis, diagnosis, certainty };
    await browser.tabs.sendMessage(from.tabId, message, { frameId: from.frameId }).catch(() => null);
  }
  return finding;
}

/** Whether a document told of a failure before; of a private window, of which nothing is kept, only the page itself can tell for itself. */
async function hasTold({ tabId, frameId, document, keep }: Teller): Promise<boolean> {
  return keep ? (await readTabFindings(tabId)).some((one) => one.document === document) : frameId === 0;
}

async function onFound(first: Finding, said: string, doubtful: boolean, from: Teller): Promise<HintOrder | null> {
  if (!isKnown(first.diagnosis)) return null;
  const told = await lookedAtAgain(first, said, doubtful, from);
  // The words report no failure, or nobody knows them as one: what stood there before is gone, and nothing has come.
  if (!told) return (await hasTold(from)) ? onGone(from, false) : null;
  const { tabId, frameId, document, host, keep } = from;
  // By our own clock: a dialog that opens again after another try still carries the time of the first.
  const finding = maskedFinding(told, host, Date.now());
  if (!keep) return speak([{ document, frameId, finding, live: true }], from);
  const list = await changeTabFindings(tabId, (before) => {
    const same = before.find((one) => one.document === document);
    const isSame = same?.finding.diagnosis === finding.diagnosis && same.finding.code === finding.code;
    const one = { document, frameId, live: true, finding: isSame ? { ...finding, at: same.finding.at } : finding };
    return inOrder([one, ...before.filter((other) => other !== same)], gravity);
  });
  await noteAttempt(SITE, { diagnosis: finding.diagnosis, certainty: finding.certainty, at: Date.now(), tab: tabId });
  return speak(await withoutDead(list, from, gravity), from);
}

async function onGone(from: Teller, left: boolean): Promise<HintOrder | null> {
  const before = from.keep ? await readTabFindings(from.tabId) : [];
  if (before.length && !before.some((one) => one.document === from.document)) return null;
  const list = await changeTabFindings(from.tabId, (now) =>
    inOrder(
      left
        ? now.map((one) => (one.document === from.document ? { ...one, live: false } : one))
        : now.filter((one) => one.document !== from.document),
      gravity,
    ),
  );
  return speak(await withoutDead(list, from, gravity), from);
}

/** The payment went through: what was said before is over, in every frame; one that still shows a failure tells it again. */
async function onPaid(at: number, from: Teller): Promise<HintOrder | null> {
  const before = from.keep ? await readTabFindings(from.tabId) : [];
  // What was noted and not spoken of is told again to a background whose forerunner ended in between.
  if (from.keep && !before.length) return (await readTabPaid(from.tabId)) === null ? null : speak([], from);
  if (from.keep) {
    await noteTabPaid(from.tabId, Math.min(at, Date.now()));
    await changeTabFindings(from.tabId, () => []);
  }
  const others = new Set(before.filter((one) => one.live && one.document !== from.document).map((one) => one.frameId));
  const answer = await speak([], from);
  for (const frameId of others)
    await browser.tabs.sendMessage(from.tabId, { type: 'paid' }, { frameId }).catch(() => null);
  return answer;
}

async function onRead(from: Teller, paid: boolean): Promise<boolean> {
  if (paid && !(from.keep && (await readTabFindings(from.tabId)).length)) return false;
  return bringReader(from.tabId, from.frameId);
}

function answer(message: PageMessage, from: Teller, windowId: number | undefined): Promise<unknown> {
  switch (message.type) {
    case 'read':
      return onRead(from, message.paid === true);
    case 'found':
      return whileTelling(from, () => onFound(message.finding, message.said ?? '', message.doubtful === true, from));
    case 'gone':
      return onGone(from, false);
    case 'left':
      return onGone(from, true);
    case 'paid':
      return onPaid(message.at, from);
    case 'show-steps':
      return openSteps(from.tabId, windowId);
    case 'dismissed':
      return from.keep ? saveDismissed(from.tabId, message.key).then(() => null) : Promise.resolve(null);
    case 'mute-site':
      return from.keep ? muteSite(SITE, from.document, Date.now()) : Promise.resolve(null);
    case 'unmute-site':
      return unmuteSite(SITE, from.document, Date.now());
  }
}

export default defineBackground(() => {
  const mayTell = makeMeter();
  const later = makeLater((tabId) => void onUnheard(tabId).catch(() => undefined));

  browser.runtime.onMessage.addListener((raw: unknown, sender: browser.Runtime.MessageSender) => {
    const message = readPageMessage(raw);
    const tab = sender.tab;
    if (!message || tab?.id === undefined || !isAlipaySender(sender, browser.runtime.id)) return undefined;
    if (!mayTell(message.type, tab.id)) {
      if (!tab.incognito) later(tab.id);
      return undefined;
    }
    const from: Teller = {
      tabId: tab.id,
      frameId: sender.frameId ?? 0,
      document: documentOf(sender),
      host: hostOf(sender),
      keep: !tab.incognito,
    };
    const answered = answer(message, from, tab.windowId);
    // A frame that was telling counted as alive; it may have gone meanwhile.
    if (message.type === 'found' && from.frameId !== 0 && from.keep)
      void answered.catch(() => undefined).then(() => later(from.tabId));
    return answered;
  });

  listenForEntrances();
  onCases((tabId) => void onCase(tabId).catch(() => undefined));
  browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId).catch(() => undefined));
  // Not in Firefox, whose sleeping tabs keep their ids.
  browser.tabs.onReplaced?.addListener((added, removed) => void moveTab(removed, added).catch(() => undefined));
  // Pages that were open before have no script of ours, or one that lost its extension.
  browser.runtime.onInstalled.addListener(() => void bringDetector(ALIPAY_PAGES));
  void shutSettings();
});
