/** Where the notes of the call are kept, and other calls' notes. Decisions are in lib/state. */
import browser from 'webextension-polyfill';
import type { CallMemory, EarlierCall, Keeping } from '../../components/call-sheet/call-props.ts';
import { changeCall, findCalls, onCallChanged, readCall, withChange, type CallChange } from '../../lib/state/call.ts';
import { deleteKeptCall, keepCall, readKeptCalls } from '../../lib/state/kept-calls.ts';
import { mayKeep, query, shown } from './shown.ts';

/** After the background has deleted what belonged to a closed tab. */
const AFTER_BACKGROUND = 400;
const MOST_EARLIER = 2;

/** Whether notes may be kept: never for a private window. A tab that is gone but left its notes behind was put away, not closed. */
async function findKeeping(): Promise<Keeping> {
  const { tabId } = shown;
  if (browser.extension.inIncognitoContext) return 'no';
  if (tabId === null) return 'browser';
  try {
    return (await browser.tabs.get(tabId)).incognito ? 'no' : 'tab';
  } catch {
    shown.remarks.push('tab-closed');
    const calls = await findCalls();
    return calls.some((one) => one.tabId === tabId) ? 'browser' : 'no';
  }
}

/** The notes of this call, and those that may be its earlier ones. */
export async function readNotes(): Promise<void> {
  shown.keeping = await findKeeping();
  if (shown.keeping === 'no' && !shown.remarks.includes('tab-closed')) shown.remarks.push('private');
  const [memory, calls, kept] = await Promise.all([readCall(shown.tabId, mayKeep()), findCalls(), readKeptCalls()]);
  shown.memory = memory;
  shown.kept = kept;
  const isPrivate = shown.remarks.includes('private');
  if (isPrivate || memory.changed > 0) return;
  const gone = await Promise.all(
    calls.map(async (one) => one.tabId !== shown.tabId && (one.tabId === null || !(await isOpen(one.tabId)))),
  );
  shown.earlier = calls
    .filter((_, at) => gone[at])
    .slice(0, MOST_EARLIER)
    .map(({ tabId, call }) => ({ tabId, at: call.changed, host: call.host }));
}

const isOpen = (tabId: number): Promise<boolean> =>
  browser.tabs.get(tabId).then(
    () => true,
    () => false,
  );

/** Stores what changed. */
export function keepNotes(change: Partial<CallMemory>): Promise<boolean> {
  shown.earlier = [];
  const whole: CallChange = { ...change, host: shown.finding?.host ?? shown.memory.host, changed: stamp() };
  shown.memory = withChange(shown.memory, whole);
  return changeCall(shown.tabId, whole, mayKeep());
}

/** Our own changes come back as news from the store; by this they are known. */
const own = new Set<number>();
function stamp(): number {
  // A fraction of a millisecond tells apart what two sheets write at the same time.
  const at = Date.now() + Math.random();
  own.add(at);
  return at;
}

/** Takes over what another sheet of this tab wrote, field by field. Gives a function that stops. */
export function followNotes(redraw: () => void): () => void {
  return onCallChanged(shown.tabId, (change) => {
    if (!mayKeep() || own.delete(change.changed ?? 0)) return;
    shown.memory = withChange(shown.memory, change);
    redraw();
  });
}

/** Goes on with the notes of an earlier call: they are this call's from now on. */
export async function takeEarlier(call: EarlierCall): Promise<void> {
  const { changed: _, ...earlier } = await readCall(call.tabId, true);
  if (shown.keeping === 'no') shown.keeping = 'browser';
  await keepNotes(earlier);
}

/** The payment tab closed: the notes stay with the open sheet, for as long as the browser runs. */
export async function onTabClosed(): Promise<void> {
  if (shown.remarks.includes('tab-closed')) return;
  shown.remarks = [...shown.remarks, 'tab-closed'];
  if (shown.keeping === 'no') return;
  shown.keeping = 'browser';
  await new Promise((done) => setTimeout(done, AFTER_BACKGROUND));
  if (shown.memory.changed > 0) await keepNotes(shown.memory);
}

/** The browser put the tab away or fetched it back under another number: the notes follow. */
export async function onTabReplaced(added: number): Promise<void> {
  shown.tabId = added;
  query.set('tab', String(added));
  history.replaceState(null, '', `?${query}`);
  if (shown.memory.changed > 0) await keepNotes(shown.memory);
}

/** Keeps this call until the user deletes it, as text; null deletes it. Gives the changes of the notes, if any. */
export async function keepText(text: string | null): Promise<void> {
  if (!mayKeep()) return;
  const id = shown.memory.kept || crypto.randomUUID();
  const left = text === null ? await deleteKeptCall(id) : await keepCall({ id, at: Date.now(), text });
  if (left === null) return;
  shown.kept = left;
  const kept = text === null ? '' : id;
  if (kept === shown.memory.kept) return;
  shown.memory = { ...shown.memory, kept };
  await changeCall(shown.tabId, { kept, changed: stamp() }, true);
}

export async function deleteKept(id: string): Promise<void> {
  if (id === shown.memory.kept) return keepText(null);
  shown.kept = (await deleteKeptCall(id)) ?? shown.kept;
}
