import type { QuestionsFile } from '../library/questions.ts';
import type { IssuerTable } from '../library/schema.ts';

/** What the questions need of the library. Generated into lib/generated/interview-data.ts. */
export interface InterviewData {
  questions: QuestionsFile;
  issuers: IssuerTable;
}
