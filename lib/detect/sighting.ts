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
  /** What it says, where that is not the element's own text: the messages in an answer for programs. */
  said?: readonly string[];
  /** Nothing known was said: only a second reading can tell whether it is a failure (doubt.ts). */
  doubtful?: true;
}

export interface Reading {
  sightings: Sighting[];
  /** Where nothing known was said: what may be a failure in other words (doubt.ts). At most one. */
  doubts: Sighting[];
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
