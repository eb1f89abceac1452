/** Wires the questions for a failure without a clear cause: the model, the answers so far, and what was said on the call. */
import type { ComponentChildren } from 'preact';
import { InterviewPanel } from '../../components/interview/interview-panel.tsx';
import { voiceOf } from '../../components/shared/voice.ts';
import { outcomesTold, readProgress } from '../../lib/advise/call-script.ts';
import { compileInterview, type InterviewModel } from '../../lib/advise/interview-model.ts';
import { answerQuestion, readAnswers, startInterview, type Interview } from '../../lib/advise/interview.ts';
import { interviewData } from '../../lib/generated/interview-data.ts';
import type { Locale, Words } from '../../lib/i18n/index.ts';
import { loadWords } from '../../lib/i18n/load.ts';
import type { Finding } from '../../lib/messages.ts';
import { readCall } from '../../lib/state/call.ts';
import { readInterview, saveInterview } from '../../lib/state/interview.ts';

export interface Questions {
  /** The panel; `library` are the words of the diagnoses in the same language. */
  panel(library: Words, onOpen: (diagnosis: string) => void): ComponentChildren;
}

/** What every party said on the calls of this tab. */
async function toldOnCalls(tabId: number, keep: boolean): Promise<string[]> {
  const { progress } = await readCall(tabId, keep);
  return Object.values(progress).flatMap((one) => {
    const read = readProgress(one);
    return read ? outcomesTold(read) : [];
  });
}

/**
 * Prepares the questions about a tab's finding, or gives null where there is nothing to ask: the cause is clear and nobody has
 * been called yet.
 * @param redraw called after each answer
 */
export async function prepareQuestions(finding: Finding, tabId: number, keep: boolean, locale: Locale, redraw: () => void): Promise<Questions | null> {
  const tells = await toldOnCalls(tabId, keep);
  if (finding.certainty !== 'unsure' && !tells.length) return null;
  const model: InterviewModel = compileInterview(interviewData.questions, interviewData.issuers);
  const bare = finding.diagnosis === 'unknown-failure';
  let interview: Interview = startInterview(model, {
    finding: { diagnosis: finding.diagnosis, certainty: finding.certainty },
    known: bare ? [{ question: 'message-words', answer: 'nothing-named' }] : [],
    tells,
  });
  for (const { question, answer } of readAnswers(model, (await readInterview(tabId)) ?? {}).answers) interview = answerQuestion(model, interview, question, answer);
  const words = await loadWords(locale, 'interview');

  return {
    panel: (library, onOpen) => (
      <InterviewPanel
        model={model}
        interview={interview}
        voice={voiceOf(locale, { interview: words, library })}
        onChange={(next) => {
          interview = next;
          if (keep) void saveInterview(tabId, Object.fromEntries(next.answers.map((one) => [one.question, one.answer])));
          redraw();
        }}
        onOpen={onOpen}
      />
    ),
  };
}
