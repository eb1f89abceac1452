/** What the person does in the popup, taken into the case, the settings or the browser. */
import browser from 'webextension-polyfill';
import { withoutChip } from '../../components/popup/chips-model.ts';
import type { PopupActions, Told } from '../../components/popup/popup-props.ts';
import type { Party } from '../../components/popup/popup-model.ts';
import { chosenCause, namelessOf, withPiece } from '../../lib/case/compose-case.ts';
import type { Evidence } from '../../lib/case/evidence.ts';
import { alipayHostOf, mutesOf } from '../../lib/case/popup-state.ts';
import { QUOTE_LIMIT } from '../../lib/messages.ts';
import { redact } from '../../lib/privacy/redact.ts';
import { changeCase, settleEarlier, startOver } from './case-kept.ts';
import { ALIPAY, namedTab } from './look.ts';
import { keep } from './settings.ts';
import { answering, reload } from './loading.ts';
import { shown } from './shown.ts';

/** Most people never look at a page by hand. */
const looking = () => import('./check.ts');

/** What the actions ask of main.tsx. */
export interface Redraw {
  draw: () => void;
  lookAgain: () => Promise<void>;
  completeLateParts: () => Promise<void>;
  fail: () => void;
}

export function actions({ draw, lookAgain, completeLateParts, fail }: Redraw): PopupActions {
  const add = (piece: Evidence): void => {
    changeCase((stored) => withPiece(stored, piece));
    draw();
  };
  const answer = (question: string, given: string): void =>
    add({ kind: 'answer', question, answer: given, at: Date.now() });
  const { tab } = shown;
  return {
    onAnswer: answer,
    onTakeBack(question) {
      changeCase((stored) => stored.filter((one) => !(one.kind === 'answer' && one.question === question)));
      draw();
    },
    onResult: (result) => add({ kind: 'result', result, at: Date.now() }),
    onLooked(found) {
      if (found === 'not-paid') settleEarlier();
      answer('looked', found);
    },
    onChoose: (diagnosis) => add(chosenCause(diagnosis ?? namelessOf(shown.data!.library), Date.now())),
    onText: (told) => add(textPiece(told)),
    onUndo(chip) {
      changeCase((stored) => withoutChip(stored, chip));
      draw();
    },
    onStartOver() {
      startOver();
      draw();
    },
    onOpenSheet: openSheet,
    onCopy: (text) =>
      navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      ),
    ...('share' in navigator
      ? { onShare: (text: string) => void navigator.share({ text }).catch(() => undefined) }
      : {}),
    onScreenLanguage(screen) {
      shown.settings = { ...shown.settings, screen };
      void reload()
        .then(() => Promise.all([keep({ screen }, draw), shown.data && completeLateParts()]))
        .catch(fail);
    },
    onBankLanguage: (bank) => void keep({ bank }, draw).then(completeLateParts),
    onUnmute() {
      const undone = mutesOf(tab.kind === 'tab' ? (alipayHostOf(tab.url) ?? '') : '', shown.settings.muted);
      void keep({ muted: shown.settings.muted.filter((one) => !undone.includes(one)) }, draw);
    },
    // The request must be the first thing in the click, or the browser does not take it for the user's own wish.
    onGrant() {
      browser.permissions
        .request(ALIPAY)
        .catch(() => false)
        .then((granted) => {
          shown.refused = !granted;
          return granted ? lookAgain() : draw();
        })
        .catch(fail);
    },
    ...(tab.kind === 'tab'
      ? {
          onCheckPage: () =>
            looking()
              .then(({ check }) => check(tab.id))
              .finally(draw),
        }
      : {}),
    // Beside the page the popup was named for another page may be in sight, or the popup itself.
    ...(tab.kind === 'tab' && namedTab === null
      ? { onPicture: () => looking().then(({ pictureOfPage }) => pictureOfPage()) }
      : {}),
    onRetry: () => location.reload(),
  };
}

/** What was understood of a text; the words it came from are masked before they are kept. */
function textPiece({ sightings, facts, quotes }: Told): Evidence {
  const mask = (text: string): string => redact(text, QUOTE_LIMIT);
  return {
    kind: 'text',
    sightings,
    facts: facts.map((one) => ({ ...one, words: mask(one.words) })),
    quotes: quotes.map(mask),
    at: Date.now(),
  };
}

/** Opens the sheet for a talk with this party, about the case as it stands. */
function openSheet(party: Party): void {
  const query = new URLSearchParams();
  if (shown.caseOf !== null) query.set('tab', String(shown.caseOf));
  const { seen, head } = answering()!.answerNow();
  // The tab's own failure is known to the sheet; everything else must be named.
  if (!shown.page.some(({ finding }) => finding.diagnosis === seen?.diagnosis)) query.set('diagnosis', head);
  query.set('party', party);
  void browser.tabs.create({ url: browser.runtime.getURL(`call-sheet.html?${query}`) }).then(() => {
    // On phones the popup would stay in front of the sheet it opened.
    if (namedTab === null) window.close();
  });
}
