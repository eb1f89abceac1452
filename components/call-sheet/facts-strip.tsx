import { CHINA, clockIn, isChinaClock, ownClock, spokenClock, type CallFacts } from '../../lib/call/lines.ts';
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
                <span class="wide-only">{clockIn(at, CHINA, tag)}</span>
                <span class="narrow-only">{spokenClock(at, CHINA, tag, false)}</span>{' '}
                <span class="soft">{t('desk.in-china')}</span>
              </dd>
              {!isChinaClock(at, zone) && (
                <dd data-clock="own">
                  <span class="wide-only">{ownClock(at, zone, tag)}</span>
                  <span class="narrow-only">{spokenClock(at, zone, tag, false)}</span>{' '}
                  <span class="soft">{placeName(zone, tag)}</span>
                </dd>
              )}
            </>
          )}
        </div>
        {amount !== '' && (
          <div>
            <dt class="visually-hidden">{t('sheet.amount')}</dt>
            <dd>{amount}</dd>
          </div>
        )}
        {/^\d{4}$/.test(lastFour) && (
          <div>
            <dt class="visually-hidden">{t('desk.last-four')}</dt>
            <dd>•••• {lastFour}</dd>
          </div>
        )}
        {party === 'bank' ? (
          <div class="wide-only">
            <dt class="soft">{t('sheet.name')}</dt>
            <dd>
              {t('sheet.name-value')} <span class="soft">{t('sheet.country-value')}</span>
            </dd>
          </div>
        ) : (
          code !== '' && (
            <div>
              <dt class="soft">{t('sheet.page-code')}</dt>
              <dd>{code}</dd>
            </div>
          )
        )}
      </dl>
      <a class="facts-edit" href="#payment">
        {t(at === null || amount === '' ? 'desk.facts-add' : 'desk.facts-edit')}
      </a>
    </section>
  );
}
