/** All the knowledge a case is answered from, as it ships. A chunk of its own where it is imported when it is needed. */
import { advice } from '../generated/advice.ts';
import { caseRules } from '../generated/case-data.ts';
import { interviewData } from '../generated/interview-data.ts';
import alternatives from '../library/alternatives.json';
import type { AlternativesFile } from '../library/alternatives.ts';
import { type CaseData, makeCaseData } from './case-data.ts';
import type { CodeTable } from './code-table.ts';

/** @param codes Alipay's codes, where they are loaded: without them a code has no fixer of its own */
export const knowledge = (codes: CodeTable = {}): CaseData =>
  makeCaseData({
    library: advice,
    interview: interviewData,
    rules: caseRules,
    alternatives: alternatives as AlternativesFile,
    codes,
  });
