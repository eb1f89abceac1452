/** Wires the questions for a failure without a clear cause: the model, the answers so far, and what was said on the call. */
import type { ComponentChildren } from 'preact';
import { InterviewPanel } from '../../components/interview/interview-panel.tsx';
import { voiceOf } from '../../components/shared/voice.ts';
import { outcomesTold, readProgress } from '../../lib/call/script.ts';
import { COUNTRY_QUESTION, compileInterview, type InterviewModel } from '../../lib/case/interview-model.ts';
import { answerQuestion, readAnswers, startInterview, type Given, type Interview } from '../../lib/case/interview.ts';
import { interviewData } from '../../lib/generated/interview-data.ts';
import type { Locale, Words } from '../../lib/i18n/index.ts';
import { loadWords } from '../../lib/i18n/load.ts';
import type { Finding } from '../../lib/messages.ts';
import { readCall } from '../../lib/state/call.ts';
import { readInterview, saveInterview } from '../../lib/state/interview.ts';

export interface Questions {
  /** The panel; `library` are the words of the diagnoses in the same language. */
  panel(library: Words, onOpen: (diagnosis: string) => void): ComponentChildren;
  /** Takes the country of the card, so that it is not asked; null takes it back. */
  know(country: string | null): void;
}

/** What needs no question. A country the model has no habits for counts as another one. */
function knownFrom(model: InterviewModel, finding: Finding, country: string | null): Given[] {
  const bare = finding.diagnosis === 'unknown-failure' ? [{ question: 'message-words', answer: 'nothing-named' }] : [];
  return country === null ? bare : [...bare, ...readAnswers(model, { [COUNTRY_QUESTION]: country }).answers];
}

/** What every party said on the calls of this tab. */
async function toldOnCalls(tabId: number, keep: boolean): Promise<string[]> {
  const { progress } = await readCall(tabId, keep);
  return Object.values(progress).flatMap((one) => {
    const read = readProgress(one);
    return read ? outcomesTold(read) : [];
  });
}

/** What the questions are about, and what is known before the first of them. */
export interface Asking {
  finding: Finding;
  tabId: number;
  /** Whether the answers may be kept while the tab lives. */
  keep: boolean;
  locale: Locale;
  /** Of the card, from the settings; null when the user has not said it. */
  country: string | null;
}

/**
 * Prepares the questions about a tab's finding, or gives null where there is nothing to ask: the cause is clear and nobody has
 * been called yet.
 * @param redraw called after each answer
 */
export async function prepareQuestions(
  { finding, tabId, keep, locale, country }: Asking,
  redraw: () => void,
): Promise<Questions | null> {
  const tells = await toldOnCalls(tabId, keep);
  if (finding.certainty !== 'unsure' && !tells.length) return null;
  const model: InterviewModel = compileInterview(interviewData.questions, interviewData.issuers);
  let interview: Interview = startInterview(model, {
    finding: { diagnosis: finding.diagnosis, certainty: finding.certainty },
    known: knownFrom(model, finding, country),
    tells,
  });
  for (const { question, answer } of readAnswers(model, (await readInterview(tabId)) ?? {}).answers)
    interview = answerQuestion(model, interview, question, answer);
  const words = await loadWords(locale, 'interview');

  return {
    know(chosen) {
      interview = { ...interview, known: knownFrom(model, finding, chosen) };
    },
    panel: (library, onOpen) => (
      <InterviewPanel
        model={model}
        interview={interview}
        voice={voiceOf(locale, { interview: words, library })}
        onChange={(next) => {
          interview = next;
          if (keep)
            void saveInterview(tabId, Object.fromEntries(next.answers.map((one) => [one.question, one.answer])));
          redraw();
        }}
        onOpen={onOpen}
      />
    ),
  };
}
