/** The test document knows no XPath. This stands in for the one expression that the page script asks: elements with a name of their own, and empty boxes. */
const EXPRESSION = "descendant-or-self::*[contains(name(),'-')or self::div[not(node())]]";

class FakeEvaluator {
  createExpression(expression: string): { evaluate(root: Element): unknown } {
    if (expression !== EXPRESSION) throw new Error(`The test document does not know ${expression}`);
    return {
      evaluate(root) {
        const found = [root, ...root.querySelectorAll('*')].filter(
          (one) => one.localName.includes('-') || (one.localName === 'div' && !one.firstChild),
        );
        return { snapshotLength: found.length, snapshotItem: (at: number) => found[at] ?? null };
      },
    };
  }
}

/** Puts it where the document has none. */
export function knowXPath(): void {
  if (typeof document === 'undefined' || 'XPathEvaluator' in globalThis) return;
  Object.assign(globalThis, { XPathEvaluator: FakeEvaluator });
}
