/** What a report of a wrong diagnosis is about: what was read, and what was made of it. */
import type { Signal } from '../../lib/case/evidence.ts';
import type { Understand } from '../../lib/case/read-case.ts';
import type { Certainty } from '../../lib/messages.ts';
import type { AnswerModel } from './popup-model.ts';
import type { PageSays } from './page-says.ts';

/** What was told: the answer to a case, or what was made of a text in the box. `typed`: the text that stands in the box. */
export type ReportOf = { typed: string } & ({ answer: AnswerModel } | { told: ReturnType<Understand> });

export interface Reported {
  from: PageSays['from'];
  /** A page's masked quotes, or a text as it was typed. May be empty: what was answered alone leads to a cause, too. */
  read: readonly string[];
  signals: readonly Signal[];
  /** Null: not known. */
  cause: { diagnosis: string; certainty: Certainty; code: string } | null;
  /** Key of the words for how sure we are, where the screen says it. */
  sure: string | null;
  /** Answers, and what was understood of a text. */
  given: readonly { question: string; answer: string }[];
}

/** What a report is about. */
export const reportedOf = (of: ReportOf): Reported =>
  'answer' in of ? reportedCase(of.answer, of.typed) : reportedText(of.typed, of.told);

/** On the answer. The text in the box says more than the quotes that are kept of it. */
function reportedCase({ head, code }: AnswerModel, typed: string): Reported {
  const { says, diagnosis, certainty, sure } = head;
  const isTyped = says?.from === 'text' && typed.trim() !== '';
  return {
    from: says?.from ?? 'page',
    read: isTyped ? [typed.trim()] : (says?.quotes ?? []),
    signals: says?.signals ?? [],
    cause: { diagnosis, certainty, code: code?.text ?? '' },
    sure,
    given: [...head.for, ...head.against].filter((one) => one.question !== 'finding'),
  };
}

/** On what was made of a text in the box. */
function reportedText(text: string, { sightings, facts }: ReturnType<Understand>): Reported {
  const [cause = null] = sightings;
  const sure =
    cause && (cause.certainty === 'exact' ? 'typed.exact' : cause.certainty === 'likely' ? 'likely' : 'possible');
  return { from: 'text', read: [text], signals: [], cause, sure: sure && `certainty.${sure}`, given: facts };
}
