/** How much each thing that is known says about each cause: the page's finding, the answers, and what was said on a call. */
import type { InterviewModel, PerCause } from './interview-model.ts';
import { answersOf, type Given, type Interview, type PageFinding } from './told-interview.ts';

/** "Declined by the bank" leaves open which of the bank's reasons it was: each of those is this much less likely. */
const COVERED = 8;
/** What the bank said on the call; ids of tells begin with who said it. */
const BY_THE_BANK = 'bank-';

/** One thing known, with what it says. */
export interface Weighed extends Given {
  weights: PerCause;
}

/** Everything known that says something, in the model's own order, so that the order of answering cannot matter. */
export function weigh(model: InterviewModel, interview: Interview): Weighed[] {
  const asked = answersOf(interview);
  const given: Weighed[] = [];
  if (interview.finding) {
    given.push({
      question: 'finding',
      answer: interview.finding.diagnosis,
      weights: weighFinding(model, interview.finding, interview.tells),
    });
  }
  for (const question of model.questions) {
    const answer = question.answers.find((one) => one.id === asked.get(question.id));
    if (answer?.likelihood) given.push({ question: question.id, answer: answer.id, weights: answer.likelihood });
  }
  for (const tell of model.tells) {
    if (tell.likelihood && interview.tells.includes(tell.id))
      given.push({ question: 'tells', answer: tell.id, weights: tell.likelihood });
  }
  return given;
}

/**
 * What the page said. Exact is as good as certain about what Alipay itself decides. About the bank the page only passes a word
 * on, so once the bank has spoken on the call the page's word is one hint among others.
 */
function weighFinding(model: InterviewModel, finding: PageFinding, tells: readonly string[]): number[] {
  const passedOn = model.bankSide.has(finding.diagnosis) && tells.some((one) => one.startsWith(BY_THE_BANK));
  const factor = model.findings[passedOn ? 'unsure' : finding.certainty];
  const covered = model.covers[finding.diagnosis] ?? [];
  return model.causes.map((cause) => {
    if (cause === finding.diagnosis) return factor;
    return covered.includes(cause) ? Math.max(1, factor / COVERED) : 1;
  });
}
