/**
 * Reading elements whose page may have named its fields like our questions: the fields of a form show through as the form's own properties
 * (`<input name="textContent">`), in our world too. Forms are the only elements for which that is so.
 */

const handler: ProxyHandler<HTMLFormElement> = {
  get(form, name) {
    // The browser's own getter, asked for this form.
    const value: unknown = Reflect.get(HTMLFormElement.prototype, name, form);
    return typeof value === 'function' ? (value.bind(form) as unknown) : value;
  },
};

/** A node to ask questions of. Only to ask: what is handed on to the browser must be the node itself. */
export const plain = <N extends Node>(node: N): N =>
  node instanceof HTMLFormElement ? (new Proxy(node, handler) as HTMLFormElement & N) : node;

/** The element around another one; of what stands first in a shadow root, its host. */
export const outerOf = (element: Element): Element | null =>
  plain(element).parentElement ?? (plain(element).getRootNode() as Partial<ShadowRoot>).host ?? null;

/** Whether a node stands in another one, through shadow roots as well. */
export function holds(outer: Node, inner: Node): boolean {
  for (let node: Node | undefined = inner; node; node = (plain(node).getRootNode() as Partial<ShadowRoot>).host)
    if (plain(outer).contains(node)) return true;
  return false;
}
