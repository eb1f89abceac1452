import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * Reading goes on at the new card's heading. Not on the first card: the page has just opened and is read from its top.
 * @param place changes with every card
 * @returns the ref of the heading
 */
export function useReadingPlace(place: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [place]);
  return heading;
}
