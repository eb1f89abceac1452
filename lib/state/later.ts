/**
 * What a tab told when it had told too much is not heard, and may have been the end of something: some time after, it is looked at once
 * whether what is kept of the tab still stands. In memory only; a background that ends before loses nothing but this look.
 */
const LATER = 1500;

/** Makes the asking for such a look: one for each tab at a time. */
export function makeLater(look: (tabId: number) => void): (tabId: number) => void {
  const due = new Set<number>();
  return (tabId) => {
    if (due.has(tabId)) return;
    due.add(tabId);
    setTimeout(() => {
      due.delete(tabId);
      look(tabId);
    }, LATER);
  };
}
