import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CallMemory } from './call-props.ts';

export interface Remembering {
  memory: CallMemory;
  /** The memory with all changes, also those not drawn yet. */
  latest: () => CallMemory;
  unsaved: boolean;
  remember: (change: Partial<CallMemory>) => void;
}

/** What the user typed and answered: kept on the page at once, and given away to be stored. Another sheet's changes come as `given`. */
export function useMemory(
  given: CallMemory,
  keep: boolean,
  store: (change: Partial<CallMemory>) => Promise<boolean>,
): Remembering {
  const [memory, setMemory] = useState(given);
  const [unsaved, setUnsaved] = useState(false);
  // Two changes can come before the next drawing; the second must not undo the first.
  const latest = useRef(memory);
  const before = useRef(given);
  // Taken over within the drawing: an effect waits for a frame, in a tab behind others for long, and would undo what is typed until then.
  useLayoutEffect(() => {
    if (before.current === given) return;
    before.current = given;
    latest.current = given;
    setMemory(given);
  }, [given]);
  const remember = (change: Partial<CallMemory>): void => {
    latest.current = { ...latest.current, ...change };
    setMemory(latest.current);
    if (keep) void store(change).then((stored) => setUnsaved(!stored));
  };
  return { memory, latest: () => latest.current, unsaved, remember };
}
