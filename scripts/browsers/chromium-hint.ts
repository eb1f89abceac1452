/** The hint as Chromium's protocol describes its elements, closed shadow roots included. */
import type { HintNode } from './hint-tree.ts';

export type DomNode = {
  nodeType: number;
  nodeName: string;
  nodeValue: string;
  backendNodeId: number;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: DomNode[];
};

/** The same as a tree of the hint. */
export function toHint(node: DomNode): HintNode {
  const attributes: Record<string, string> = {};
  for (let at = 0; at < (node.attributes?.length ?? 0); at += 2)
    attributes[node.attributes![at]!] = node.attributes![at + 1]!;
  const below = [...(node.shadowRoots ?? []).flatMap((root) => root.children ?? []), ...(node.children ?? [])];
  return {
    tag: node.nodeName.toLowerCase(),
    attributes,
    children: below.flatMap<HintNode | string>((child) =>
      child.nodeType === 3 ? [child.nodeValue] : child.nodeType === 1 ? [toHint(child)] : [],
    ),
    handle: String(node.backendNodeId),
  };
}
