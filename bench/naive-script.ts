/**
 * The peer in a storm: a content script as they are usually written. Observe everything, wait 150 ms, take the text as it is shown, try
 * one expression after the other. It waits from the first change and not from the last one, or it would never look in a storm.
 */
import { makeRegExpLoop } from './page/regexp-loop.ts';
import { input } from './page/script.ts';

const WAIT = 150;
const phrases = input<string[]>();
const idsIn = makeRegExpLoop(phrases);
const told: [phrase: string, at: number][] = [];
let standing = new Set<number>();
let timer: ReturnType<typeof setTimeout> | undefined;

function look(): void {
  timer = undefined;
  const ids = idsIn(document.body.innerText);
  const fresh = [...ids].filter((id) => !standing.has(id));
  standing = ids;
  if (!fresh.length) return;
  told.push(...fresh.map((id): [string, number] => [phrases[id]!, Date.now()]));
  // An attribute is not observed, so telling starts nothing.
  document.documentElement.dataset.told = JSON.stringify(told);
}

new MutationObserver(() => (timer ??= setTimeout(look, WAIT))).observe(document, {
  childList: true,
  characterData: true,
  subtree: true,
});
