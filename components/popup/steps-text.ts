/** The advice as plain text, to copy into a note or to send to somebody. Says what the popup says, in its order. */
import type { AnswerModel } from './popup-model.ts';
import type { PopupVoice } from './popup-props.ts';

export function stepsText({ head, outcome, now, later, avoid, retry, code }: AnswerModel, voice: PopupVoice): string {
  const { ui, library } = voice;
  const steps = [now, ...later.shown, ...later.more];
  return [
    outcome === 'not-paid' || (head.isMoney && outcome !== 'held') ? '' : ui(`outcome.${outcome}`),
    head.isMoney && outcome === 'held' ? '' : library(`title.${head.diagnosis}`),
    [head.fixer ? library(head.fixer) : '', head.sure ? ui(head.sure) : ''].filter(Boolean).join(' · '),
    code ? `${ui('code')}: ${code.text}` : '',
    '',
    ...steps.map((step, at) => `${at + 1}. ${library(`steps.${step}`)}`),
    '',
    `${ui('avoid')}:`,
    ...avoid.map((one) => `- ${library(`avoid.${one}`)}`),
    '',
    retry
      ? `${ui('retry')}: ${library(`retry.${retry.when}`, retry.waitMinutes ? { minutes: retry.waitMinutes } : {})}`
      : '',
    '',
    `${ui('app.name')}. ${ui('footer.unofficial')}`,
  ]
    .filter((line, at, all) => line !== '' || (at > 0 && all[at - 1] !== ''))
    .join('\n');
}
