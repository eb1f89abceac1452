import type { QuestionsFile } from '../library/questions.ts';
import type { Issuers } from './interview-model.ts';

/** What the questions need of the library. Generated into lib/generated/interview-data.ts. */
export interface InterviewData {
  questions: QuestionsFile;
  issuers: Issuers;
}
