/** Puts together what a case is answered from. A chunk of its own: nothing of it is needed to say that a page is quiet. */
import { type CaseData, makeCaseData } from '../../lib/case/case-data.ts';
import { advice } from '../../lib/generated/advice.ts';
import { caseRules } from '../../lib/generated/case-data.ts';
import { interviewData } from '../../lib/generated/interview-data.ts';
import alternatives from '../../lib/library/alternatives.json';
import type { AlternativesFile } from '../../lib/library/alternatives.ts';

export const knowledge = (): CaseData =>
  makeCaseData({
    library: advice,
    interview: interviewData,
    rules: caseRules,
    alternatives: alternatives as AlternativesFile,
  });
