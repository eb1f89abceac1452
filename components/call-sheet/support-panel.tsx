import { hoursOnClock, isChinaClock, zoneName } from '../../lib/call/lines.ts';
import type { Locale } from '../../lib/i18n/index.ts';
import type { SheetSay, Support } from './call-props.ts';

interface SupportPanelProps {
  support: Support;
  zone: string;
  now: number;
  tag: Locale;
  t: SheetSay;
}

/** How to reach Alipay's support, with the hours of its line on the chosen clock. */
export function SupportPanel({ support, zone, now, tag, t }: SupportPanelProps) {
  const own = isChinaClock(now, zone) ? null : hoursOnClock(support.hours, zone, now, tag);
  return (
    <section class="panel support" aria-labelledby="support-title">
      <h2 id="support-title">{t('sheet.support')}</h2>
      <ul>
        {support.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {own && (
          <li>
            {t('sheet.support-hours', {
              chinaHours: support.hours.replace('-', '–'),
              ownHours: own,
              zone: zoneName(now, zone, tag),
            })}
          </li>
        )}
      </ul>
    </section>
  );
}
