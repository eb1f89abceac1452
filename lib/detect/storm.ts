/**
 * Storms of changes: animations, counters and virtual lists may change a page ten thousand times a second, and merely being told of each
 * costs a hundredth of a processor. When more comes between two readings than is worth looking at, the observer lets go until the next
 * reading, which reads the whole page; when that happens again, the noisy part is taken out of what is observed, and its text is looked at
 * now and then instead. Everything else stays observed, so that a toast beside the storm is seen as it comes.
 */
import { wholePage } from './blocks.ts';
import { plain } from './dom.ts';

/** Changes between two readings from which on they are not looked at one by one. */
const MANY = 400;
/** One change of so many is asked where it happened. */
const SAMPLE = 8;
/** The noisy part holds at least so many of a hundred changes. */
const MOST = 80;
const MAX_NOISY = 3;
/** Unchanged looks after which a part counts as quiet; doubled each time that proves too early. */
const QUIET_LOOKS = 5;
const QUIET_AT_MOST = 80;

const DEEP: MutationObserverInit = { childList: true, characterData: true, subtree: true };

export interface StormWatch {
  /** Observes the document, around its noisy parts. */
  observe(): void;
  /** Observes nothing. */
  rest(): void;
  /** Called at each reading: decides about storms and gives noisy parts whose text is another than before. */
  look(): Element[];
  /** Whether parts must be looked at that nobody tells about. */
  isOn(): boolean;
}

interface Noisy {
  part: Element;
  text: string | null;
  quiet: number;
  patience: number;
}

/**
 * @param tell gets the changes
 * @param drown is called when there are too many: all of the page may have changed
 */
export function makeStormWatch(tell: (records: readonly MutationRecord[]) => void, drown: () => void): StormWatch {
  let noisy: Noisy[] = [];
  let count = 0;
  /** Where most of the changes happened when they became too many, or null. */
  let drowned: Element | null = null;
  let drownedBefore = false;
  let patience = QUIET_LOOKS;

  const observer = new MutationObserver((records) => {
    if (noisy.length)
      for (const record of records)
        if (holdsNoisy(record.target)) for (const node of record.addedNodes) observer.observe(node, DEEP);
    count += records.length;
    if (count <= MANY) return tell(records);
    // Asked at once, because what is removed no longer tells where it stood.
    drowned = noisyPart(
      records
        .filter((_, index) => index % SAMPLE === 0)
        .map((record) => record.target)
        .filter((target) => plain(target).isConnected),
    );
    observer.disconnect();
    drown();
  });

  const isNoisy = (node: Node): boolean => noisy.some((one) => one.part === node);
  const holdsNoisy = (node: Node): boolean => noisy.some((one) => one.part !== node && plain(node).contains(one.part));

  function around(node: Node): void {
    observer.observe(node, { childList: true });
    for (let child = plain(node).firstChild; child; child = plain(child).nextSibling) {
      if (isNoisy(child)) continue;
      if (holdsNoisy(child)) around(child);
      else observer.observe(child, DEEP);
    }
  }

  function observe(): void {
    observer.disconnect();
    if (noisy.length) around(document);
    else observer.observe(document, DEEP);
  }

  function silence(part: Element): void {
    // Rather one larger part than many: what is told about has to be walked around.
    noisy = noisy.filter((one) => plain(one.part).isConnected && !plain(part).contains(one.part));
    if (noisy.length >= MAX_NOISY) noisy = [{ part: wholePage(), text: null, quiet: 0, patience }];
    else if (!noisy.some((one) => plain(one.part).contains(part))) noisy.push({ part, text: null, quiet: 0, patience });
    patience = Math.min(QUIET_AT_MOST, patience * 2);
  }

  return {
    observe,
    rest: () => observer.disconnect(),
    isOn: () => noisy.length > 0,
    look() {
      const part = drowned;
      if (part && drownedBefore) silence(part);
      drownedBefore = part !== null;
      drowned = null;
      count = 0;
      const changed: Element[] = [];
      const before = noisy.length;
      noisy = noisy.filter((one) => {
        const text = plain(one.part).textContent;
        const isQuiet = text === one.text;
        one.quiet = isQuiet ? one.quiet + 1 : 0;
        one.text = text;
        const stays = plain(one.part).isConnected && one.quiet < one.patience;
        if (!isQuiet) changed.push(one.part);
        return stays;
      });
      if (part || noisy.length !== before) observe();
      return changed;
    },
  };
}

/** The deepest element in which most of the changes happened; the whole page when no part holds them. */
function noisyPart(targets: readonly Node[]): Element {
  const enough = (targets.length * MOST) / 100;
  const counts = new Map<Node, number>();
  for (const target of targets)
    for (let node: Node | null = target; node; node = plain(node).parentNode)
      counts.set(node, (counts.get(node) ?? 0) + 1);
  let part = wholePage();
  for (
    let next: Element | undefined = part;
    next;
    next = [...plain(part).children].find((child) => (counts.get(child) ?? 0) >= enough)
  )
    part = next;
  return part;
}
