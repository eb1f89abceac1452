/**
 * Makes numbers of the interview's data and does the arithmetic on them. The tables are made once when the popup opens;
 * what is computed per answer then is a few thousand multiplications.
 *
 * A plain naive Bayes: answers are taken as independent once the cause is known. That is never quite so, which is why the
 * levels are mild, why one slip must not decide, and why the words on screen stop at "most likely".
 */
import type { CauseId, Level, QuestionsFile } from '../library/questions.ts';

/** Says nothing about any cause; every question has it. */
export const DONT_KNOW = 'dont-know';
/** The question whose answers are countries: ISO 3166 codes, or "other". */
export const COUNTRY_QUESTION = 'issuer-country';
export const OTHER_COUNTRY = 'other';

/** What the model needs of issuers.json: what banks block by default, by ISO 3166 code of the country or a group of countries. */
export type Issuers = Readonly<Record<string, { readonly blocks: readonly string[] }>>;

/** One number for each cause, in the order of the model's causes. */
export type PerCause = readonly number[];

export interface ModelAnswer {
  id: string;
  /** How likely the answer is under each cause; null when it says nothing. */
  likelihood: PerCause | null;
}

export interface ModelQuestion {
  id: string;
  /** Share of people who can answer at once. */
  known: number;
  /** The question is asked only once that other one has one of these answers. */
  after: { question: string; answers: readonly string[] } | null;
  /** It asks what the message said. */
  readsMessage: boolean;
  /** Never asked: learned from a button, a story or a call. */
  unasked: boolean;
  answers: readonly ModelAnswer[];
}

export interface InterviewModel {
  causes: readonly CauseId[];
  prior: PerCause;
  questions: readonly ModelQuestion[];
  /** What the bank, Alipay or the shop may say; their ids begin with who says it. */
  tells: readonly ModelAnswer[];
  /** How many times likelier a page's finding makes its own diagnosis. */
  findings: { exact: number; likely: number; unsure: number };
  bankSide: ReadonlySet<string>;
  covers: Readonly<Record<string, readonly string[]>>;
}

/**
 * The model as numbers.
 * @param data content of questions.json, valid by its schema
 * @param issuers content of issuers.json; a country without an entry counts as "other"
 */
export function compileInterview(data: QuestionsFile, issuers: Issuers = {}): InterviewModel {
  const causes = Object.keys(data.priors.causes) as CauseId[];
  const total = causes.reduce((sum, cause) => sum + data.frequencies[data.priors.causes[cause]], 0);
  const prior = causes.map((cause) => data.frequencies[data.priors.causes[cause]] / total);
  return {
    causes,
    prior,
    questions: data.questions.map((question) => ({
      id: question.id,
      known: data.levels[question.known],
      after: question.after ?? null,
      readsMessage: question.readsMessage ?? false,
      unasked: question.unasked ?? false,
      answers: [
        ...(question.id === COUNTRY_QUESTION ? countryAnswers(data, causes, prior, issuers) : []),
        ...listedAnswers(data, causes, question),
        { id: DONT_KNOW, likelihood: null },
      ],
    })),
    tells: data.tells.map((tell) => ({
      id: tell.id,
      likelihood: causes.map((cause) => data.tellLevels[tell.causes[cause] ?? tell.otherwise ?? 'rarely']),
    })),
    findings: data.findings,
    bankSide: new Set(data.bankSide),
    covers: data.covers,
  };
}

/** Under each cause the weights of the telling answers are made to add up to 1. */
function listedAnswers(
  data: QuestionsFile,
  causes: readonly CauseId[],
  question: QuestionsFile['questions'][number],
): ModelAnswer[] {
  const neutral = new Set<string>([...(question.neutral ?? []), OTHER_COUNTRY]);
  const telling = question.answers.filter((answer) => !neutral.has(answer));
  const weight = (level: Level | undefined): number => data.levels[level ?? question.otherwise ?? 'rarely'];
  const columns = causes.map((cause) => {
    const row = question.causes[cause] ?? question.usual;
    const weights = telling.map((answer) => (row ? weight(row[answer]) : 1));
    const sum = weights.reduce((all, one) => all + one, 0);
    return weights.map((one) => one / sum);
  });
  return question.answers.map((id) => {
    const at = telling.indexOf(id);
    return { id, likelihood: at < 0 ? null : columns.map((column) => column[at]!) };
  });
}

/** A country's habits move some causes. Countries count as equally common, so that only the habits tell. */
function countryAnswers(
  data: QuestionsFile,
  causes: readonly CauseId[],
  prior: PerCause,
  issuers: Issuers,
): ModelAnswer[] {
  const habitsOf = new Map<string, readonly string[]>();
  for (const [id, { blocks }] of Object.entries(issuers)) {
    for (const country of data.countryGroups[id] ?? []) if (!(country in issuers)) habitsOf.set(country, blocks);
    if (!(id in data.countryGroups)) habitsOf.set(id, blocks);
  }
  return [...habitsOf].map(([id, habits]) => {
    const shifts = causes.map((cause) =>
      habits.reduce((product, habit) => {
        const shift = data.habits[habit]?.[cause];
        return shift ? product * data.shifts[shift] : product;
      }, 1),
    );
    const mean = shifts.reduce((sum, one, at) => sum + one * prior[at]!, 0);
    return { id, likelihood: shifts.every((one) => one === 1) ? null : shifts.map((one) => one / mean) };
  });
}

/** The probability of each cause once everything in `weights` is known. Sums to 1. */
export function posterior(model: InterviewModel, weights: readonly PerCause[]): number[] {
  return normalise(model.prior.map((prior, at) => weights.reduce((product, one) => product * one[at]!, prior)));
}

/** Expected drop of uncertainty, in bits, when a question is answered. Plain loops: this is the one hot place. */
export function expectedGain(question: ModelQuestion, now: PerCause): number {
  let left = 0;
  let seen = 0;
  for (const { likelihood } of question.answers) {
    if (!likelihood) continue;
    let chance = 0;
    let inside = 0;
    for (let at = 0; at < now.length; at++) {
      const joint = now[at]! * likelihood[at]!;
      chance += joint;
      inside += xlog2(joint);
    }
    seen += chance;
    // Chance of the answer times the uncertainty that would be left after it.
    left += xlog2(chance) - inside;
  }
  const uncertainty = -now.reduce((sum, p) => sum + xlog2(p), 0);
  return seen > 0 ? uncertainty - left / seen : 0;
}

const xlog2 = (x: number): number => (x > 0 ? x * Math.log2(x) : 0);

/** Made to add up to 1; all alike where nothing is left to divide. */
function normalise(values: PerCause): number[] {
  const sum = values.reduce((all, one) => all + one, 0);
  return sum > 0 ? values.map((one) => one / sum) : values.map(() => 1 / values.length);
}
