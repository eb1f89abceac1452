import type { CallLimits, CallMemory, Keeping, SheetSay } from './call-props.ts';

const KEPT: Readonly<Record<Keeping, string>> = {
  tab: 'sheet.notes-kept',
  browser: 'sheet.notes-open',
  no: 'sheet.notes-not-kept',
};

type Field = 'agent' | 'reference' | 'callTime' | 'text';

interface NotesPanelProps {
  memory: CallMemory;
  limits: CallLimits;
  keeping: Keeping;
  /** The storage refused: the notes are only on this page. */
  unsaved: boolean;
  /** The user wants these notes kept until they delete them. */
  keeps: boolean;
  t: SheetSay;
  onChange: (change: Partial<Pick<CallMemory, Field>>) => void;
  onNow: () => void;
  onKeep: (keep: boolean) => void;
}

/** What the user writes down during the call. */
export function NotesPanel({ memory, limits, keeping, unsaved, keeps, t, onChange, onNow, onKeep }: NotesPanelProps) {
  const input = (id: string, name: Field, label: string) => (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        dir="auto"
        autocomplete="off"
        maxLength={limits[name]}
        value={memory[name]}
        onInput={(event) => onChange({ [name]: event.currentTarget.value })}
      />
    </div>
  );
  return (
    <section class="panel notes" aria-labelledby="notes-title">
      <h2 id="notes-title">{t('sheet.notes')}</h2>
      {input('agent', 'agent', t('sheet.agent'))}
      {input('reference', 'reference', t('sheet.reference'))}
      <div class="with-button">
        {input('call-time', 'callTime', t('sheet.call-time'))}
        <button type="button" class="text-button" onClick={onNow}>
          {t('sheet.now')}
        </button>
      </div>
      <div class="field">
        <label for="call-text">{t('sheet.text')}</label>
        <textarea
          id="call-text"
          rows={4}
          dir="auto"
          maxLength={limits.text}
          value={memory.text}
          aria-describedby="notes-kept"
          onInput={(event) => onChange({ text: event.currentTarget.value })}
        />
      </div>
      <p id="notes-kept" class="soft">
        {t(keeps ? 'desk.kept' : KEPT[keeping])}
      </p>
      {keeping !== 'no' && (
        <label class="keep">
          <input type="checkbox" checked={keeps} onChange={(event) => onKeep(event.currentTarget.checked)} />
          {t('desk.keep')}
        </label>
      )}
      <p role="status" class="unsaved">
        {unsaved ? t('sheet.not-saved') : ''}
      </p>
    </section>
  );
}
