/**
 * The page script's link to the extension. Plain `chrome` and not the polyfill, which would cost every page 2.8 kB; touched on a hit and never
 * before, because merely touching it costs a page more than the whole reading does.
 */
import type { HearExtension, PageLink } from '../messages.ts';

export const pageLink: PageLink = {
  isAlive() {
    try {
      return Boolean(chrome.runtime?.id);
    } catch {
      return false;
    }
  },
  async send(message) {
    try {
      return await chrome.runtime.sendMessage(message);
    } catch {
      return undefined;
    }
  },
};

/** The other direction; the small part of the page script has nothing to hear. */
export const hearExtension: HearExtension = (hear) => {
  chrome.runtime.onMessage.addListener((message: unknown, sender, reply) => {
    if (sender.id === chrome.runtime.id) hear(message, reply);
  });
};
