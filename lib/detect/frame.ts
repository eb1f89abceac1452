/**
 * Whether a frame is shown. Inside it everything looks well laid out, also where the frame has no size, is transparent or was moved off the
 * page. The browser tells a frame how much of it the window shows, whoever's page it stands in.
 */

/** A frame of the same site can be asked about by its element; of another site's page nothing can be read. */
function isElementShown(): boolean {
  try {
    const frame = window.frameElement;
    return !frame || frame.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  } catch {
    return true;
  }
}

/**
 * Waits until some of this document is shown in the window.
 * @returns false when the waiting was ended by the signal
 */
export function isFrameShown(signal: AbortSignal): Promise<boolean> {
  if (typeof IntersectionObserver !== 'function') return Promise.resolve(true);
  return new Promise((done) => {
    const end = (shown: boolean): void => {
      observer.disconnect();
      done(shown);
    };
    const observer = new IntersectionObserver(
      (entries) => {
        const last = entries.at(-1);
        if (last?.isIntersecting && isElementShown()) end(true);
      },
      { threshold: [0, 0.01, 0.1, 0.5] },
    );
    observer.observe(document.documentElement);
    signal.addEventListener('abort', () => end(false), { once: true });
  });
}
