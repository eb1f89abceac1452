/** The case's data from the generated modules: in the pages' environment the library's files cannot be read. */
import { makeCaseData } from '../../lib/case/case-data.ts';
import { advice } from '../../lib/generated/advice.ts';
import { caseRules } from '../../lib/generated/case-data.ts';
import { codes } from '../../lib/generated/codes.ts';
import { interviewData } from '../../lib/generated/interview-data.ts';
import alternatives from '../../lib/library/alternatives.json';
import type { AlternativesFile } from '../../lib/library/alternatives.ts';

export const shippedData = makeCaseData({
  library: advice,
  interview: interviewData,
  rules: caseRules,
  alternatives: alternatives as AlternativesFile,
  codes,
});
