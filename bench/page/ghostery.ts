/** Ghostery's watcher of pages, wired as its own content script wires it: what stands in the page and what comes is told to the background. */
import { DOMMonitor } from '@ghostery/adblocker-content';

const monitor = new DOMMonitor((update) => {
  // Elements are looked at in the page, by filters that need them; for this page there are none.
  if (update.type === 'features') void chrome.runtime.sendMessage(update);
});
window.addEventListener('DOMContentLoaded', () => {
  monitor.queryAll(window);
  monitor.start(window);
});
window.addEventListener('pagehide', () => monitor.stop());
