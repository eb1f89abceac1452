/** All the knowledge a case is answered from. Assembled by the pages and the command line from generated modules. */
import type { Situation, Steps } from '../library/case-schema.ts';
import type { AlternativesFile } from '../library/alternatives.ts';
import type { Marks, QuestionsFile } from '../library/questions.ts';
import type { AdviceLibrary } from './advice.ts';
import type { CodeTable } from './code-table.ts';
import { compileInterview, type InterviewModel } from './interview-model.ts';
import type { InterviewData } from './interview-data.ts';

/** Generated into lib/generated/case-data.ts. */
export interface CaseRules {
  steps: Steps;
  situations: readonly Situation[];
}

export interface CaseData extends CaseRules {
  library: AdviceLibrary;
  model: InterviewModel;
  alternatives: AlternativesFile;
  /** Alipay's codes; may be empty until they are loaded: then a code has no fixer of its own. */
  codes: CodeTable;
  /** What an answer (`question/answer`) or a tell means for the money. */
  answerMarks: Readonly<Record<string, Marks>>;
  tellMarks: Readonly<Record<string, Marks>>;
  /** The tell that an answer (`question/answer`) is the same as. */
  sameTell: Readonly<Record<string, string>>;
}

/** Puts the parts together. The interview's tables are made here, once. */
export function makeCaseData(parts: {
  library: AdviceLibrary;
  interview: InterviewData;
  rules: CaseRules;
  alternatives: AlternativesFile;
  codes?: CodeTable;
}): CaseData {
  const { questions, issuers } = parts.interview;
  return {
    ...parts.rules,
    library: parts.library,
    model: compileInterview(questions, issuers),
    alternatives: parts.alternatives,
    codes: parts.codes ?? {},
    ...marksOf(questions),
  };
}

function marksOf(questions: QuestionsFile): Pick<CaseData, 'answerMarks' | 'tellMarks' | 'sameTell'> {
  const answerMarks: Record<string, Marks> = {};
  const sameTell: Record<string, string> = {};
  for (const { id, marks, tells } of questions.questions) {
    for (const [answer, mark] of Object.entries(marks ?? {})) answerMarks[`${id}/${answer}`] = mark;
    for (const [answer, tell] of Object.entries(tells ?? {})) sameTell[`${id}/${answer}`] = tell;
  }
  const tellMarks = Object.fromEntries(
    questions.tells.map(({ id, money, weak, looked, changes, cures, failed }) => [
      id,
      { money, weak, looked, changes, cures, failed },
    ]),
  );
  return { answerMarks, tellMarks, sameTell };
}

/** Whether an answer says that somebody looked, and so may lower the outcome of the money. */
export function isLook(question: string, answer: string, data: CaseData): boolean {
  const key = `${question}/${answer}`;
  const tell = Object.hasOwn(data.sameTell, key) ? data.sameTell[key]! : '';
  const marks = tell ? data.tellMarks[tell] : Object.hasOwn(data.answerMarks, key) ? data.answerMarks[key] : undefined;
  return marks?.looked !== undefined;
}

/** Whether a diagnosis itself says that money is or may be gone. */
export function speaksOfMoney(diagnosis: string, { library }: Pick<CaseData, 'library'>): boolean {
  const entry = Object.hasOwn(library.diagnoses, diagnosis) ? library.diagnoses[diagnosis as never] : undefined;
  return (entry as { traits: { standsFor?: string } } | undefined)?.traits.standsFor !== undefined;
}
