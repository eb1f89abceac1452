/** Where the hint stands: at its usual edge, or at the other one where it would lie over the message that it explains. */

export type Edge = 'top' | 'bottom';

/** Distance from the edge of the window, in px, as in the hint's style. */
const MARGIN = 8;

type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

/** How much of the height of a box the messages beside it take. */
function covered(box: Box, messages: readonly Box[]): number {
  return messages
    .filter((one) => one.left < box.right && one.right > box.left)
    .reduce((sum, one) => sum + Math.max(0, Math.min(box.bottom, one.bottom) - Math.max(box.top, one.top)), 0);
}

/**
 * The edge at which less of the messages is covered, or null where the hint covers none of them as it stands.
 * @param hint the hint as it stands
 * @param messages what it explains
 * @param height of the window
 */
export function freeEdge(hint: Box, messages: readonly Box[], height: number): Edge | null {
  const now = covered(hint, messages);
  if (!now) return null;
  const tall = hint.bottom - hint.top;
  const isAbove = hint.top < height - hint.bottom;
  const top = isAbove ? height - MARGIN - tall : MARGIN;
  const other = covered({ left: hint.left, right: hint.right, top, bottom: top + tall }, messages);
  return other < now ? (isAbove ? 'bottom' : 'top') : null;
}
