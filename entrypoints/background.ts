/** The background: wiring only. Listeners are set at once, because the browser may stop and start it at any moment. */
import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { hintKey, hintWords } from '../lib/case/hint-words.ts';
import { codeFixers, hintTable } from '../lib/generated/hints.ts';
import type { Locale, Words } from '../lib/i18n/index.ts';
import en from '../lib/i18n/locales/en/hint.json';
import zhCN from '../lib/i18n/locales/zh-CN/hint.json';
import { type Finding, type HintOrder, readPageMessage } from '../lib/messages.ts';
import { noteAttempt } from '../lib/state/attempts.ts';
import { clearBadge, showBadge } from '../lib/state/badge.ts';
import { bringReader } from '../lib/state/bring-reader.ts';
import { callKey } from '../lib/state/call.ts';
import { listenForEntrances } from '../lib/state/entrances.ts';
import {
  dropFinding,
  forgetTab,
  readDismissed,
  readFrameOf,
  saveDismissed,
  saveFinding,
} from '../lib/state/findings.ts';
import { ALIPAY_DOMAIN } from '../lib/privacy/alipay-host.ts';
import { caseKey } from '../lib/state/case-store.ts';
import { isAlipaySender } from '../lib/state/sender.ts';
import { readSettings, saveSettings } from '../lib/state/settings.ts';

const HINT_WORDS: Record<Locale, Words> = { en, 'zh-CN': zhCN };
const SITE = ALIPAY_DOMAIN;

/** Order for the hint, or null where the user does not want one. */
async function hintFor(finding: Finding, tabId: number): Promise<HintOrder | null> {
  const settings = await readSettings();
  const key = hintKey(finding, hintTable, codeFixers);
  const about = `${finding.diagnosis} ${finding.code}`;
  const words = HINT_WORDS[settings.screen];
  await showBadge(tabId, words.badge!);
  if (!key || !settings.hints || settings.muted.includes(SITE) || (await readDismissed(tabId)) === about) return null;
  return { type: 'show-hint', key: about, words: hintWords(key, words, settings.screen) };
}

/** A failure inside a frame is hinted at in the top document, which may have had nothing to read so far. */
async function tellTop(tabId: number, order: HintOrder): Promise<void> {
  if (order.type === 'show-hint') await bringReader(tabId, 0);
  await browser.tabs.sendMessage(tabId, order, { frameId: 0 }).catch(() => null);
}

async function onFound(finding: Finding, tabId: number, frameId: number, keep: boolean): Promise<HintOrder | null> {
  if (!Object.hasOwn(hintTable, finding.diagnosis)) return null;
  if (keep) {
    await saveFinding(tabId, frameId, finding).catch(() => undefined);
    // By our own clock: a dialog that opens again after another try still carries the time of the first.
    await noteAttempt(SITE, { diagnosis: finding.diagnosis, certainty: finding.certainty, at: Date.now(), tab: tabId });
  }
  const order = await hintFor(finding, tabId);
  if (frameId === 0 || !order) return order;
  await tellTop(tabId, order);
  return null;
}

async function onGone(tabId: number, frameId: number): Promise<null> {
  const keptOf = await readFrameOf(tabId);
  if (keptOf === frameId) await dropFinding(tabId);
  // Of a private window nothing is kept, but it was marked.
  if (keptOf === frameId || keptOf === null) await clearBadge(tabId);
  if (frameId !== 0) await tellTop(tabId, { type: 'hide-hint' });
  return null;
}

/** Opens the popup where the browser allows it, and the same page in a tab where it does not. */
async function openSteps(tabId: number, windowId: number | undefined): Promise<boolean> {
  try {
    await browser.action.openPopup(windowId === undefined ? undefined : { windowId });
    return true;
  } catch {
    try {
      await browser.tabs.create({ url: browser.runtime.getURL(`popup.html?tab=${tabId}`), index: undefined });
      return true;
    } catch {
      return false;
    }
  }
}

export default defineBackground(() => {
  browser.runtime.onMessage.addListener((raw: unknown, sender: browser.Runtime.MessageSender) => {
    const message = readPageMessage(raw);
    const tab = sender.tab;
    if (!message || tab?.id === undefined || !isAlipaySender(sender, browser.runtime.id)) return undefined;
    const frameId = sender.frameId ?? 0;
    switch (message.type) {
      case 'read':
        return bringReader(tab.id, frameId);
      case 'found':
        return onFound(message.finding, tab.id, frameId, !tab.incognito);
      case 'gone':
        return onGone(tab.id, frameId);
      case 'show-steps':
        return openSteps(tab.id, tab.windowId);
      case 'dismissed':
        return tab.incognito ? Promise.resolve(null) : saveDismissed(tab.id, message.key).then(() => null);
      case 'mute-site':
        if (tab.incognito) return Promise.resolve(null);
        return readSettings()
          .then(({ muted }) => saveSettings({ muted: [...new Set([...muted, SITE])] }))
          .then(() => null);
    }
  });

  listenForEntrances();
  browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId, [callKey(tabId), caseKey(tabId)]));
});
