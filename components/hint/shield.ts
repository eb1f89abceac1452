/**
 * Keeps what the user does on the hint from the page. Events on the inside of a shadow root travel through the page's window, document and
 * root element first, so they are stopped at the window, before all of these; only a listener that the page put on the window itself, for
 * the capturing way and before the hint was shown, hears that something happened on the hint. What was meant is worked out from where it
 * happened, since the event never gets there.
 */

/** Everything a page could hear of a person's hands. */
const KINDS = [
  ...[
    'click',
    'dblclick',
    'auxclick',
    'contextmenu',
    'selectstart',
    'dragstart',
    'copy',
    'cut',
    'beforeinput',
    'input',
  ],
  ...['down', 'up', 'move', 'over', 'out'].flatMap((kind) => [`mouse${kind}`, `pointer${kind}`]),
  ...['mouseenter', 'mouseleave', 'pointerenter', 'pointerleave', 'pointercancel'],
  ...['touchstart', 'touchend', 'touchmove', 'touchcancel', 'wheel'],
  ...['keydown', 'keyup', 'keypress', 'focus', 'blur', 'focusin', 'focusout'],
];
/** Listening to these must not hold up scrolling. */
const PASSIVE = /^touch|^wheel/;

export interface Shield {
  /** Listens, again where the page has thrown all listeners away (`document.open`). */
  raise(): void;
  lower(): void;
}

/** The button that was meant by a click; null where that cannot be told. */
function meantButton(root: ShadowRoot, event: MouseEvent): Element | null {
  // A click by keyboard has no place.
  const target = event.detail > 0 ? root.elementFromPoint?.(event.clientX, event.clientY) : root.activeElement;
  return target?.closest('button') ?? null;
}

/**
 * @param press gets the button that a person clicked
 * @param key gets the name of a key that a person pressed on the hint
 * @param away gets a key that a person pressed anywhere else; it is the page's and stays so
 */
export function makeShield(
  host: Element,
  root: ShadowRoot,
  press: (button: Element) => void,
  key: (name: string) => void,
  away: (event: KeyboardEvent) => void,
): Shield {
  const life = new AbortController();

  function stop(event: Event): void {
    // Events that the page made are its own affair; ours are exactly those that begin inside.
    if (!event.isTrusted) return;
    const { type } = event;
    if (event.target !== host) {
      if (type === 'keydown') away(event as KeyboardEvent);
      return;
    }
    if (type === 'click') {
      const button = meantButton(root, event as MouseEvent);
      // Clicks of assistive technology may have neither place nor focus: they go their way to the button itself.
      if (!button && (event as MouseEvent).detail === 0) return;
      if (button) press(button);
    }
    event.stopImmediatePropagation();
    // The focus stays where the person was typing.
    if (type === 'mousedown') event.preventDefault();
    if (type === 'keydown') key((event as KeyboardEvent).key);
  }

  return {
    raise() {
      for (const kind of KINDS)
        window.addEventListener(kind, stop, { capture: true, passive: PASSIVE.test(kind), signal: life.signal });
    },
    lower: () => life.abort(),
  };
}
