import { CURRENCIES, currencyName } from '../../lib/call/money.ts';
import { zoneChoices } from '../../lib/call/zones.ts';
import type { Locale } from '../../lib/i18n/index.ts';
import type { CallLimits, CallMemory, SheetSay } from './call-props.ts';

interface PaymentPanelProps {
  memory: CallMemory;
  limits: CallLimits;
  /** The page did not tell when it failed, so the user may. */
  asksTime: boolean;
  zone: string;
  zones: readonly string[];
  tag: Locale;
  /** At a till the screen is held up: what is private has no field there. */
  held: boolean;
  t: SheetSay;
  onChange: (change: Partial<CallMemory>) => void;
}

/** A moment as the field for date and time writes it, on the browser's own clock. */
function fieldValue(at: number | null): string {
  if (at === null) return '';
  const local = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}T${two(local.getHours())}:${two(local.getMinutes())}`;
}

/** What was paid, with which card and when: it goes into the lines to say. */
export function PaymentPanel({ memory, limits, asksTime, zone, zones, tag, held, t, onChange }: PaymentPanelProps) {
  const { compare } = new Intl.Collator(tag);
  const currencies = CURRENCIES.map((id) => ({ id, name: currencyName(id, tag) })).sort((a, b) =>
    compare(a.name, b.name),
  );
  return (
    <section class="panel payment" id="payment" aria-labelledby="payment-title">
      <h2 id="payment-title">{t('desk.payment')}</h2>
      <div class="field">
        <label for="amount">{t('desk.amount')}</label>
        <input
          id="amount"
          type="text"
          inputMode="decimal"
          dir="auto"
          autocomplete="off"
          maxLength={limits.amount}
          value={memory.amount}
          onInput={(event) => onChange({ amount: event.currentTarget.value })}
        />
      </div>
      <div class="pair">
        <div class="field">
          <label for="home">{t('desk.home')}</label>
          <input
            id="home"
            type="text"
            inputMode="decimal"
            dir="auto"
            autocomplete="off"
            maxLength={limits.home}
            value={memory.home}
            onInput={(event) => onChange({ home: event.currentTarget.value })}
          />
        </div>
        <div class="field">
          <label for="currency">{t('desk.currency')}</label>
          <select
            id="currency"
            value={memory.currency}
            onChange={(event) => onChange({ currency: event.currentTarget.value })}
          >
            <option value="">{t('desk.choose')}</option>
            {currencies.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      </div>
      {!held && (
        <div class="field">
          <label for="last-four">{t('desk.last-four')}</label>
          <input
            id="last-four"
            type="text"
            inputMode="numeric"
            autocomplete="off"
            maxLength={4}
            value={memory.lastFour}
            aria-describedby="last-four-note"
            onInput={(event) => {
              const lastFour = event.currentTarget.value.replace(/\D/g, '').slice(0, 4);
              event.currentTarget.value = lastFour;
              onChange({ lastFour });
            }}
          />
          <p id="last-four-note" class="soft">
            {t('desk.last-four-note')}
          </p>
        </div>
      )}
      {asksTime && (
        <div class="field">
          <label for="failed-at">{t('sheet.failed-at')}</label>
          <input
            id="failed-at"
            type="datetime-local"
            value={fieldValue(memory.at)}
            onChange={(event) => {
              const typed = new Date(event.currentTarget.value).getTime();
              onChange({ at: Number.isNaN(typed) ? null : typed });
            }}
          />
        </div>
      )}
      {!held && (
        <div class="field">
          <label for="bank-zone">{t('desk.zone')}</label>
          <select id="bank-zone" value={zone} onChange={(event) => onChange({ zone: event.currentTarget.value })}>
            {zoneChoices(zones, zone, tag).map((one) => (
              <option key={one.zone} value={one.zone}>
                {one.name}
              </option>
            ))}
          </select>
        </div>
      )}
    </section>
  );
}
