/** The laws of design/case.md as one question: what does this answer break? Empty when it keeps them all. */
import type { CaseAnswer } from '../../lib/case/answer.ts';
import type { CaseData } from '../../lib/case/case-data.ts';

const TRIES = [
  'once',
  'after-change',
  'after-bank',
  'after-alipay',
  'after-wait',
  'other-card',
  'other-way',
  'new-order',
];

export function brokenLaws(answer: CaseAnswer, data: CaseData): string[] {
  const broken: string[] = [];
  const law = (holds: boolean, name: string): void => void (holds || broken.push(name));
  const mayBeGone = answer.outcome !== 'not-paid';
  const head = data.library.diagnoses[answer.head]!;
  law(answer.checkFirst === mayBeGone, 'check first where the money may be gone, and only there');
  law(answer.causes[0]!.diagnosis === answer.head, 'the head is the first cause');
  law(new Set(answer.steps).size === answer.steps.length, 'no step twice');
  law(answer.steps.length > 0, 'there is something to do');
  law(answer.main.step === answer.steps[0], 'the one thing to do now is the first step');
  law(
    answer.causes.every((one, at) => at === 0 || one.certainty !== 'exact'),
    'only the head is told as exact',
  );
  if (mayBeGone) {
    law(!TRIES.includes(answer.retry.when), 'no retry while the money may be gone');
    law(answer.ways.length === 0, 'no other way while the money may be gone');
    law(
      answer.steps.every((step) => !data.steps[step]!.offers),
      'no step offers a try, card or way',
    );
    law(answer.main.action === 'look', 'the first step is to look');
    law(data.steps[answer.steps[0]!]!.action === 'look', 'the first step looks');
    if (answer.outcome === 'paid') law(answer.retry.when === 'never', 'paid: never again');
  } else {
    law(!['never', 'check-first'].includes(answer.retry.when), 'not paid: a try is not forbidden');
    law(
      head.traits.standsFor === undefined || answer.money.looked,
      'the head does not speak of money that is not gone',
    );
  }
  if (answer.main.action === 'retry') law(answer.money.changed, 'a try is the main thing only after a change');
  if (!answer.money.changed) law(!answer.steps.includes('try-once-now'), '"try once now" only after a change');
  return broken;
}
