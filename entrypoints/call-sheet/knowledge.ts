/** Puts together what the case of a call is answered from. */
import { type CaseData, makeCaseData } from '../../lib/case/case-data.ts';
import { advice } from '../../lib/generated/advice.ts';
import { caseRules } from '../../lib/generated/case-data.ts';
import { interviewData } from '../../lib/generated/interview-data.ts';
import alternatives from '../../lib/library/alternatives.json';
import type { AlternativesFile } from '../../lib/library/alternatives.ts';

/** All the knowledge but Alipay's codes: a talk is chosen already, so who can fix a code counts for nothing here. */
export const knowledge = (): CaseData =>
  makeCaseData({
    library: advice,
    interview: interviewData,
    rules: caseRules,
    alternatives: alternatives as AlternativesFile,
  });
