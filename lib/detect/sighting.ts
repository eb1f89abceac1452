/** What reading a page gives, and what it needs. */
import type { PlaceRules, Spot } from './place.ts';
import type { Reader, Reason } from './reasons.ts';

export interface PageReader extends Reader {
  places: PlaceRules;
}

/** A reason and the element it stands in. */
export interface Sighting {
  element: Element;
  spot: Spot;
  reasons: Reason[];
}

export interface Reading {
  sightings: Sighting[];
  /** Elements whose text would count if it were visible. */
  hidden: Element[];
  /** The page says that a payment went through. */
  success: boolean;
  /** The elements that say so of a payment; a refund is none. */
  paid: Element[];
}

/** A text of the page that may speak, and where it stands. */
export interface Candidate {
  element: Element;
  text: string;
  spot: Spot;
}
