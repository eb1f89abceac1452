import { Details } from '../shared/details.tsx';
import type { EarlierCall, KeptNote, SheetSay } from './call-props.ts';

interface KeptPanelProps {
  kept: readonly KeptNote[];
  tag: string;
  t: SheetSay;
  onCopy: (text: string) => void;
  onDelete: (id: string) => void;
}

export const momentIn = (tag: string, at: number): string =>
  new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' }).format(at);

/** The calls that the user keeps, each with its way out. */
export function KeptPanel({ kept, tag, t, onCopy, onDelete }: KeptPanelProps) {
  if (kept.length === 0) return null;
  return (
    <Details title={t('desk.kept-calls')}>
      <ul class="kept">
        {kept.map(({ id, at, text }) => (
          <li key={id} data-kept={id}>
            <h3>{momentIn(tag, at)}</h3>
            <p class="kept-text" dir="auto">
              {text}
            </p>
            <button type="button" class="text-button" onClick={() => onCopy(text)}>
              {t('desk.copy')}
            </button>
            <button type="button" class="text-button" onClick={() => onDelete(id)}>
              {t('desk.delete')}
            </button>
          </li>
        ))}
      </ul>
    </Details>
  );
}

interface EarlierNotesProps {
  earlier: readonly EarlierCall[];
  tag: string;
  t: SheetSay;
  onTake: (call: EarlierCall) => void;
}

/** Notes of a tab that was put away, closed or opened anew: they are offered, never taken over by themselves. */
export function EarlierNotes({ earlier, tag, t, onTake }: EarlierNotesProps) {
  return earlier.map((call) => (
    <p key={call.tabId} class="remark remark-earlier" data-remark="earlier">
      {t(call.host === '' ? 'desk.earlier' : 'desk.earlier-host', { host: call.host, when: momentIn(tag, call.at) })}{' '}
      <button type="button" class="text-button" onClick={() => onTake(call)}>
        {t('desk.earlier-take')}
      </button>
    </p>
  ));
}
