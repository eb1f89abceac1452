import { CHINA, isChinaClock, isChinaDay, spokenClock, type CallFacts } from '../../lib/call/lines.ts';
import { placeName } from '../../lib/call/zones.ts';
import type { Locale } from '../../lib/i18n/index.ts';
import type { Party } from '../../lib/library/call-script.ts';
import type { SheetSay } from './call-props.ts';

interface FactsStripProps {
  party: Party;
  facts: CallFacts;
  tag: Locale;
  t: SheetSay;
}

const dayIn = (at: number, zone: string, tag: string): string =>
  new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', timeZone: zone }).format(at);

/** What the other side will ask for, in one line, in sight during the whole call; it leads to the fields. */
export function FactsStrip({ party, facts, tag, t }: FactsStripProps) {
  const { at, zone, amount, lastFour = '', code } = facts;
  return (
    <section class="facts" aria-label={t('sheet.facts')}>
      <dl>
        <div class="fact-time">
          <dt class="visually-hidden">{t('sheet.when')}</dt>
          {at === null ? (
            <dd>{t('sheet.when-unknown')}</dd>
          ) : (
            <>
              <dd data-clock="china">
                <span class="wide-only">{dayIn(at, CHINA, tag)} </span>
                {spokenClock(at, CHINA, tag, false)} <span class="soft">{t('desk.in-china')}</span>
              </dd>
              {party !== 'shop' && !isChinaClock(at, zone) && (
                <dd data-clock="own">
                  {!isChinaDay(at, zone) && <span class="wide-only">{dayIn(at, zone, tag)} </span>}
                  {spokenClock(at, zone, tag, false)} <span class="soft">{placeName(zone, tag)}</span>
                </dd>
              )}
            </>
          )}
        </div>
        {amount !== '' && (
          <div class="wide-only">
            <dt class="visually-hidden">{t('sheet.amount')}</dt>
            <dd>{amount}</dd>
          </div>
        )}
        {party !== 'shop' && /^\d{4}$/.test(lastFour) && (
          <div class="wide-only">
            <dt class="visually-hidden">{t('desk.last-four')}</dt>
            <dd>•••• {lastFour}</dd>
          </div>
        )}
        {party !== 'bank' && code !== '' && (
          <div>
            <dt class="soft">{t('sheet.page-code')}</dt>
            <dd>{code}</dd>
          </div>
        )}
      </dl>
      <a class="facts-edit" href="#payment">
        {t(at === null || amount === '' ? 'desk.facts-add' : 'desk.facts-edit')}
      </a>
    </section>
  );
}
