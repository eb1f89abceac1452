/**
 * Makes something at its first use. Every content script runs cold on every page, and most pages need only the cheapest part of the
 * reading, so what is not used must not be made.
 */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
