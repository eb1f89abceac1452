/** The hint as WebDriver BiDi describes its elements, closed shadow roots included. */
import type { HintNode } from './hint-tree.ts';

export interface RemoteNode {
  type: string;
  sharedId?: string;
  value?: {
    nodeType: number;
    localName?: string;
    nodeValue?: string;
    attributes?: Record<string, string>;
    children?: RemoteNode[];
    shadowRoot?: RemoteNode | null;
  };
}

/** The same as a tree of the hint. */
export function toHint(node: RemoteNode): HintNode {
  const { localName, attributes, children = [], shadowRoot } = node.value!;
  const below = [...(shadowRoot?.value?.children ?? []), ...children];
  return {
    tag: localName ?? '',
    attributes: attributes ?? {},
    children: below.flatMap<HintNode | string>((child) =>
      child.value?.nodeType === 3 ? [child.value.nodeValue ?? ''] : child.value?.nodeType === 1 ? [toHint(child)] : [],
    ),
    handle: node.sharedId ?? '',
  };
}
