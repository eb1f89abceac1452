import type { SheetSay } from './call-props.ts';

interface TimePanelProps {
  /** The page did not tell when it failed, so the user may. */
  asksTime: boolean;
  at: number | null;
  zone: string;
  zones: readonly string[];
  t: SheetSay;
  onAt: (at: number | null) => void;
  onZone: (zone: string) => void;
}

/** A moment as the field for date and time writes it, on the browser's own clock. */
function fieldValue(at: number | null): string {
  if (at === null) return '';
  const local = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}T${two(local.getHours())}:${two(local.getMinutes())}`;
}

/** When it failed, and on whose clock the bank reads it. */
export function TimePanel({ asksTime, at, zone, zones, t, onAt, onZone }: TimePanelProps) {
  return (
    <section class="panel time" aria-labelledby="time-title">
      <h2 id="time-title">{t('sheet.details')}</h2>
      {asksTime && (
        <div class="field">
          <label for="failed-at">{t('sheet.failed-at')}</label>
          <input
            id="failed-at"
            type="datetime-local"
            value={fieldValue(at)}
            onChange={(event) => {
              const typed = new Date(event.currentTarget.value).getTime();
              onAt(Number.isNaN(typed) ? null : typed);
            }}
          />
        </div>
      )}
      <div class="field">
        <label for="bank-zone">{t('sheet.zone')}</label>
        <select id="bank-zone" value={zone} onChange={(event) => onZone(event.currentTarget.value)}>
          {[...new Set([zone, ...zones])].sort().map((one) => (
            <option key={one} value={one}>
              {one.replaceAll('_', ' ')}
            </option>
          ))}
        </select>
      </div>
    </section>
  );
}
