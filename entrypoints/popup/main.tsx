/** Wires the popup to the browser: draws what `shown` says, and takes what the person does into the case. */
import '../../components/shared/tokens.css';
import '../../components/shared/base.css';
import { render } from 'preact';
import { Popup } from '../../components/popup/popup.tsx';
import type { PopupVoice } from '../../components/popup/popup-props.ts';
import { voiceOf } from '../../components/shared/voice.ts';
import { alipayHostOf, mutesOf } from '../../lib/case/popup-state.ts';
import { takeExplained } from '../../lib/state/explain.ts';
import { readSettings } from '../../lib/state/settings.ts';
import { actions, type Redraw } from './actions.ts';
import { followCase } from './case-kept.ts';
import type { Desk } from './desk.ts';
import { loadLateParts } from './late-parts.ts';
import { findOut, look } from './look.ts';
import { keepPerson } from './settings.ts';
import { answering, load, loadCodes, loadKnowledge, loadReader } from './loading.ts';
import { shown } from './shown.ts';

const root = document.getElementById('app')!;
const voice = (): PopupVoice => voiceOf(shown.settings.screen, shown.words);

function draw(): void {
  const { tag, dir, ui } = voice();
  const { view, tab, settings, refused, late, reader } = shown;
  const now = Date.now();
  document.documentElement.lang = tag;
  document.documentElement.dir = dir;
  document.title = ui('app.name');
  render(
    <Popup
      {...actions(redraw)}
      view={view}
      explain={shown.explain}
      model={answering()?.modelNow(now) ?? null}
      voice={voice()}
      bank={settings.bank}
      muted={tab.kind === 'tab' && mutesOf(alipayHostOf(tab.url) ?? '', settings.muted).length > 0}
      refused={refused}
      late={late}
      reader={reader}
      now={now}
    />,
    root,
  );
}

const redraw: Redraw = { draw, lookAgain: () => show(findOut()), completeLateParts, fail };

const desk: Desk = {
  voice,
  settings: () => shown.settings,
  library: () => shown.data!.library,
  waysFor: (person) => answering()!.waysFor(person),
  onPerson: (person) => keepPerson(person, draw),
};

/** Shows what there is to say about the tab, then loads what one may ask for next. */
async function show(known: ReturnType<typeof findOut>): Promise<void> {
  await look(await known);
  followCase(draw);
  draw();
  await painted();
  await loadKnowledge();
  draw();
  // Without the codes a code still stands there, only unexplained: no reason to take the advice off the screen.
  await Promise.all([loadReader(), loadCodes().catch(() => undefined)]);
  draw();
  await completeLateParts();
}

async function completeLateParts(): Promise<void> {
  shown.late = await loadLateParts(desk);
  draw();
}

/** Resolves once the browser has painted what was drawn. A hidden page never paints, so there it resolves at once. */
function painted(): Promise<void> {
  return new Promise((done) => (document.hidden ? done() : requestAnimationFrame(() => setTimeout(done))));
}

function fail(): void {
  if (shown.view.state === 'loading') shown.view = { state: 'error', reason: 'failed' };
  draw();
  // What can still be said is said: the questions and the box need no page.
  void loadKnowledge()
    .then(loadReader)
    .then(draw)
    .catch(() => undefined);
}

/** Milliseconds after which somebody who waits is told so; shorter waits show nothing rather than a word that is gone before it is read. */
const PATIENCE = 150;

async function start(): Promise<void> {
  const [known, explain] = [findOut(), takeExplained()];
  // Its failure is told by `show`, which waits for it.
  known.catch(() => undefined);
  shown.settings = await readSettings().catch(() => shown.settings);
  // Every state needs it in the end, and the first one at once; fetched together they cost hardly more than one. Who needs it asks again.
  void loadKnowledge().catch(() => undefined);
  await load('ui');
  shown.explain = await explain;
  const waiting = setTimeout(() => shown.view.state === 'loading' && draw(), PATIENCE);
  await show(known).finally(() => clearTimeout(waiting));
}

start().catch(fail);
