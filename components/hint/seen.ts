/** Whether a person can see the hint: a click or key on it counts only then. */

/** Fully seen hints have no less. */
const OPACITY = 0.6;
const PLAIN = [
  ['filter', 'none'],
  ['mixBlendMode', 'normal'],
  ['maskImage', 'none'],
  ['clipPath', 'none'],
  ['transform', 'none'],
  ['translate', 'none'],
  ['scale', 'none'],
  ['rotate', 'none'],
  ['perspective', 'none'],
] as const;

function isStyledAway(element: Element): boolean {
  const style = getComputedStyle(element);
  if (parseFloat(style.opacity) < OPACITY || style.visibility !== 'visible' || style.display === 'none') return true;
  return PLAIN.some(([name, plain]) => (style[name] || plain) !== plain);
}

export interface Sight {
  isSeen(): boolean;
  stop(): void;
}

/**
 * Watches whether the hint can be seen: by styles of the page, by what lies over its words, and where the browser can tell (Chromium), by
 * anything else that covers it, also what lets clicks through.
 * @param host the hint's element, a child of the document's
 * @param words gives what must be readable
 */
export function makeSight(host: Element, words: () => Element): Sight {
  /** What the browser says; undefined where it cannot tell. */
  let told: boolean | undefined;
  const observer =
    typeof IntersectionObserver === 'function'
      ? new IntersectionObserver(
          (entries) => {
            told = (entries.at(-1) as { isVisible?: boolean } | undefined)?.isVisible;
          },
          { threshold: [0, 0.5, 1], trackVisibility: true, delay: 100 } as IntersectionObserverInit,
        )
      : null;
  observer?.observe(host);

  return {
    isSeen() {
      if (told === false) return false;
      for (let element: Element | null = host; element; element = element.parentElement)
        if (isStyledAway(element)) return false;
      const { left, top, width, height } = words().getBoundingClientRect();
      const over = document.elementFromPoint?.(left + width / 2, top + height / 2);
      return !over || over === host;
    },
    stop: () => observer?.disconnect(),
  };
}
