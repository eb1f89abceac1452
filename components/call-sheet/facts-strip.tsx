import { CHINA, clockIn, isChinaClock, ownClock, zoneName, type CallFacts } from '../../lib/call/lines.ts';
import type { Locale } from '../../lib/i18n/index.ts';
import type { Party } from '../../lib/library/call-script.ts';
import type { SheetSay } from './call-props.ts';

interface FactsStripProps {
  party: Party;
  facts: CallFacts;
  tag: Locale;
  amountLimit: number;
  t: SheetSay;
  onAmount: (amount: string) => void;
}

/** What the other side will ask for, in sight during the whole call. */
export function FactsStrip({ party, facts, tag, amountLimit, t, onAmount }: FactsStripProps) {
  const { at, zone } = facts;
  return (
    <section class="facts" aria-label={t('sheet.facts')}>
      <dl>
        <div class="fact-time">
          <dt>{t('sheet.when')}</dt>
          {at === null ? (
            <dd>
              {t('sheet.when-unknown')} <a href="#failed-at">{t('sheet.when-add')}</a>
            </dd>
          ) : (
            <>
              <dd data-clock="china">
                {clockIn(at, CHINA, tag)} <span class="soft">{t('sheet.china-time')}</span>
              </dd>
              {!isChinaClock(at, zone) && (
                <dd data-clock="own">
                  {ownClock(at, zone, tag)} <span class="soft">{zoneName(at, zone, tag)}</span>
                </dd>
              )}
            </>
          )}
        </div>
        <div class="fact-amount">
          <dt>
            <label for="amount">{t('sheet.amount')}</label>
          </dt>
          <dd>
            <input
              id="amount"
              type="text"
              dir="auto"
              autocomplete="off"
              maxLength={amountLimit}
              placeholder={t('sheet.amount-example')}
              value={facts.amount}
              onInput={(event) => onAmount(event.currentTarget.value)}
            />
          </dd>
        </div>
        {party === 'bank' ? (
          <div class="fact-name">
            <dt>{t('sheet.name')}</dt>
            <dd>
              {t('sheet.name-value')} <span class="soft">{t('sheet.country-value')}</span>
            </dd>
          </div>
        ) : (
          facts.code !== '' && (
            <div class="fact-code">
              <dt>{t('sheet.page-code')}</dt>
              <dd>{facts.code}</dd>
            </div>
          )
        )}
      </dl>
    </section>
  );
}
