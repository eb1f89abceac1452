/**
 * Storms of changes: animations, counters and virtual lists may change a page ten thousand times a second, and merely being told of each
 * costs a hundredth of a processor. When more comes between two readings than is worth looking at, the noisy part is taken out of what is
 * observed, and its text is looked at now and then instead. Everything else stays observed, so that a toast beside the storm is seen as it
 * comes. A page that is only drawn anew (a new route) is as noisy for a moment: it is observed again after the first look that finds it quiet.
 * Where no part holds most of the changes, the observer lets go until the next reading, which reads the whole page.
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
const QUIET_LOOKS = 1;
const QUIET_AT_MOST = 80;

const DEEP: MutationObserverInit = { childList: true, characterData: true, subtree: true };

export interface StormWatch {
  /** Observes the document, around its noisy parts, or a shadow root in it as well. */
  observe(root?: ShadowRoot): void;
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
 * @param drown is called with the part in which anything may have changed, when there are too many
 */
export function makeStormWatch(
  tell: (records: readonly MutationRecord[]) => void,
  drown: (part: Element) => void,
): StormWatch {
  let noisy: Noisy[] = [];
  const roots = new Set<ShadowRoot>();
  let count = 0;
  /** Where some of them happened. */
  let sampled: Node[] = [];
  /** Whether there were too many all over the page, now and at the reading before. */
  let isDrowned = false;
  let wasDrowned = false;
  let patience = QUIET_LOOKS;

  const observer = new MutationObserver((records) => {
    if (noisy.length)
      for (const record of records)
        if (holdsNoisy(record.target)) for (const node of record.addedNodes) observer.observe(node, DEEP);
    // Asked where they happened at once, because what is removed later no longer tells where it stood.
    for (const record of records) if (count++ % SAMPLE === 0) sampled.push(record.target);
    if (count <= MANY) return tell(records);
    const part = noisyPart(sampled.filter((target) => plain(target).isConnected));
    forget();
    isDrowned = part === wholePage();
    if (isDrowned) observer.disconnect();
    else {
      silence(part);
      observe();
      tell(records.filter(({ target }) => !plain(part).contains(target)));
    }
    drown(part);
  });

  function forget(): void {
    count = 0;
    sampled = [];
  }

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

  function observe(root?: ShadowRoot): void {
    if (root) {
      roots.add(root);
      return observer.observe(root, DEEP);
    }
    observer.disconnect();
    roots.forEach(observe);
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
      roots.forEach((one) => one.isConnected || roots.delete(one));
      const drowned = isDrowned;
      if (drowned && wasDrowned) silence(wholePage());
      wasDrowned = drowned;
      isDrowned = false;
      forget();
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
      if (drowned || noisy.length !== before) observe();
      return changed;
    },
  };
}

/** The deepest element in which most of the changes happened; the whole page when no part holds them. */
function noisyPart(targets: readonly Node[]): Element {
  if (!targets.length) return wholePage();
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
