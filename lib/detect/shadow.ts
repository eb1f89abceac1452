/**
 * What stands in open shadow roots: pages made of web components show their messages there, and neither the text of a page nor its changes
 * reach into them. Only elements with names of their own (`pay-status`) and empty boxes are asked; the browser finds them faster than any script.
 */

/** `XPathResult.ORDERED_NODE_SNAPSHOT_TYPE`, in fewer bytes. */
const IN_ORDER = 7;

let custom: XPathExpression | undefined;

/** The elements at or below a part that may have a shadow root, in the order of the page. */
function hostsIn(part: Element): Element[] {
  // Made at its first use, and by a constructor, because a picture named "evaluate" would hide the document's own method.
  custom ??= new XPathEvaluator().createExpression(
    "descendant-or-self::*[contains(name(),'-')or self::div[not(node())]]",
  );
  const found = custom.evaluate(part, IN_ORDER);
  return Array.from({ length: found.snapshotLength }, (_, at) => found.snapshotItem(at) as Element);
}

/**
 * The parts of a page that stand in shadow roots below a part of it, nested ones included.
 * @param meet is told of every root, and of elements that may yet get one
 */
export function shadowParts(part: Element, meet?: (host: Element, root: ShadowRoot | null) => void): Element[] {
  return hostsIn(part).flatMap((host) => {
    const { shadowRoot } = host;
    meet?.(host, shadowRoot);
    return shadowRoot ? [...shadowRoot.children].flatMap((child) => [child, ...shadowParts(child, meet)]) : [];
  });
}
