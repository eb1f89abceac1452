/** What the page or a message said, for "The page says", and which payment may have gone through. */
import { tabOfAttempt } from '../../lib/case/attempts.ts';
import type { CaseAnswer } from '../../lib/case/answer.ts';
import { CHOSEN } from '../../lib/case/compose-case.ts';
import type { Case, Evidence, SightingEvidence, Signal } from '../../lib/case/evidence.ts';
import type { DiagnosisId } from '../../lib/library/schema.ts';
import type { Certainty } from '../../lib/messages.ts';

export interface PageSays {
  from: 'page' | 'text';
  /** Masked, the first is the one to show; may be empty. */
  quotes: readonly string[];
  /** By what a page's failure was known; none of a text. */
  signals: readonly Signal[];
  /** It stood there earlier and is gone. */
  gone: boolean;
  host: string;
  at: number;
  /** What the message was read as, and how surely. */
  diagnosis: DiagnosisId;
  certainty: Certainty;
  /** What it means, where it is not what the head says (another payment comes first). */
  means: DiagnosisId | null;
}

interface Seen {
  case: Case;
  answer: CaseAnswer;
  own: CaseAnswer;
}

const isPage = (one: Evidence): one is SightingEvidence =>
  one.kind === 'sighting' && one.source !== CHOSEN && tabOfAttempt(one) === null;

/** The newest sighting or text that speaks of the head, or else of what this page shows beside it. */
export function pageSays({ case: { evidence }, answer, own }: Seen): PageSays | null {
  for (const head of new Set([answer.head, own.head])) {
    const means = head === answer.head ? null : head;
    const seen = evidence.findLast((one): one is SightingEvidence => isPage(one) && one.diagnosis === head);
    if (seen) {
      const { quotes, signals = [], live, host, at, certainty } = seen;
      return { from: 'page', quotes, signals, gone: !live, host, at, diagnosis: head, certainty, means };
    }
    const text = evidence.findLast((one) => one.kind === 'text' && one.sightings[0]?.diagnosis === head);
    if (text?.kind !== 'text') continue;
    const { quotes, at, sightings } = text;
    const { certainty } = sightings[0]!;
    return { from: 'text', quotes, signals: [], gone: false, host: '', at, diagnosis: head, certainty, means };
  }
  return null;
}

/** Which payment may have gone through. */
export interface WhichPayment {
  kind: 'page' | 'earlier' | 'other-tab' | 'told';
  host: string;
  /** Milliseconds since 1970, UTC. */
  at: number;
  /** As the person typed it in the notes of the call, or ''. */
  amount: string;
}

/** The payment that the outcome is about. */
export function whichPayment({
  case: { evidence },
  answer,
  tab,
  amount,
}: Pick<Seen, 'case' | 'answer'> & { tab: number | null; amount: string }): WhichPayment {
  const { because } = answer.money;
  const page = evidence.findLast(isPage);
  if (because?.kind === 'sighting') {
    const { host, at } = because;
    const other = tabOfAttempt(because);
    if (other === null) return { kind: 'page', host, at, amount };
    return { kind: other === tab ? 'earlier' : 'other-tab', host, at, amount: other === tab ? amount : '' };
  }
  // Told of the payment whose failure was seen here.
  return page
    ? { kind: 'page', host: page.host, at: page.at, amount }
    : { kind: 'told', host: '', at: because?.at ?? 0, amount };
}
