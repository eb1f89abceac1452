/** The report of a wrong diagnosis as plain text: for people in the language of the screen, for who mends it by ids. */
import { redactLines } from '../../lib/privacy/redact.ts';
import type { PopupVoice } from './popup-props.ts';
import type { Reported } from './reported.ts';

export interface ReportMaker {
  version: string;
  /** When the library was last checked, as `2026-11-27`. */
  checked: string;
}

/** All that a report says. What was read is masked, wherever it came from; the rest is of our own making. */
export function reportText(
  { from, read, signals, cause, sure, given }: Reported,
  voice: PopupVoice,
  by: ReportMaker,
): string {
  const { ui, library } = voice;
  const lines = [
    `${ui('app.name')} ${by.version} · ${by.checked} · ${voice.tag}`,
    ...(read.length > 0 ? [`${ui(`says.${from}`)} ${redactLines(read.join('\n'))}`] : []),
    cause ? [library(`title.${cause.diagnosis}`), sure && ui(sure)].filter(Boolean).join(' · ') : ui('read.unknown'),
    '',
    ...(cause ? [[cause.diagnosis, cause.certainty, cause.code].filter(Boolean).join(' ')] : []),
    ...signals.map(({ kind, rule, place }) => `${kind} ${place} ${rule}`.trim()),
    ...given.map(({ question, answer }) => `${question}=${answer}`),
  ];
  return lines.join('\n').trim();
}
