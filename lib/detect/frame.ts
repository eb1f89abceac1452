/**
 * Whether a frame is shown. Inside it everything looks well laid out, also where the frame has no size, is transparent or was moved off the
 * page. The browser tells a frame how much of it the window shows, whoever's page it stands in.
 */

/** Out of the window for so long, a frame is hidden or far away. */
const AWAY = 1200;

/** Whether this document is the page itself, or a frame with a size that its element shows; of another site's page no element can be asked. */
export function isFrameOpen(): boolean {
  try {
    const frame = window.frameElement;
    return (
      window === window.top ||
      (innerWidth > 1 &&
        innerHeight > 1 &&
        frame?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) !== false)
    );
  } catch {
    return true;
  }
}

/**
 * Tells whether some of this document is shown in the window, first when it is, and again when that changes: a page may put a frame away
 * and keep it.
 */
export function watchFrame(signal: AbortSignal, tell: (shown: boolean) => void): void {
  if (typeof IntersectionObserver !== 'function') return tell(true);
  let told = false;
  let away: ReturnType<typeof setTimeout> | undefined;
  const observer = new IntersectionObserver(
    (entries) => {
      const shown = !!entries.at(-1)?.isIntersecting && isFrameOpen();
      clearTimeout(away);
      if (shown && !told) tell((told = true));
      else if (!shown && told) away = setTimeout(() => tell((told = false)), AWAY);
    },
    { threshold: [0, 0.01, 0.1, 0.5] },
  );
  observer.observe(document.documentElement);
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(away);
    },
    { once: true },
  );
}
