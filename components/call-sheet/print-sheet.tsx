import {
  CHINA,
  clockIn,
  isChinaClock,
  linesOf,
  mainCards,
  ownClock,
  running,
  zoneName,
  type CallFacts,
  type Tongue,
} from '../../lib/call/lines.ts';
import { neverLine } from '../../lib/call/text.ts';
import type { CallPlan } from '../../lib/call/script.ts';
import { sayIn } from './call-props.ts';
import { Spoken } from './spoken.tsx';

interface PrintSheetProps {
  plan: CallPlan;
  user: Tongue;
  theirs: Tongue;
  facts: CallFacts;
}

/** The call on one page, A4 or Letter, in black on white: what to say, ruled blanks for what is not known yet. */
export function PrintSheet({ plan, user, theirs, facts }: PrintSheetProps) {
  const t = sayIn(user);
  const { at, zone } = facts;
  const blank = (label: string, value: string) => (
    <div class="print-field">
      <span class="print-label">{label}</span>
      <span class="print-value">{value}</span>
    </div>
  );
  const china = at === null ? '' : `${clockIn(at, CHINA, user.tag)} ${t('sheet.china-time')}`;
  const own =
    at === null || isChinaClock(at, zone) ? '' : ` / ${ownClock(at, zone, user.tag)} ${zoneName(at, zone, user.tag)}`;
  return (
    <div class="print-sheet">
      <h1>{t(`sheet.title.${plan.party}`)}</h1>
      <div class="print-facts">
        {blank(t('sheet.when'), china + own)}
        {blank(t('sheet.amount'), facts.amount)}
        {plan.party === 'bank'
          ? blank(t('sheet.name'), `${t('sheet.name-value')} ${t('sheet.country-value')}`)
          : blank(t('sheet.page-code'), facts.code)}
      </div>
      <p class="print-never">
        <strong>{t('sheet.never')}:</strong> {neverLine(plan, user)}
      </p>
      <ol class="print-lines">
        {mainCards(plan).map((card) => {
          const line = running(linesOf(card, theirs, user.tag, facts), theirs.tag);
          const meaning = running(linesOf({ ...card, adds: [] }, user, user.tag, facts), user.tag);
          return (
            <li key={card.id}>
              <Spoken tag={theirs.tag} class="print-line">
                {line}
              </Spoken>
              <span class="print-own">
                {user.tag !== theirs.tag && <span>{meaning}</span>}
                {plan.party !== 'shop' && <span class="print-answer">{t('sheet.print-said')}</span>}
              </span>
            </li>
          );
        })}
      </ol>
      {plan.party !== 'shop' && (
        <div class="print-notes">
          {blank(t('sheet.agent'), facts.agent)}
          {blank(t('sheet.reference'), facts.reference)}
          {blank(t('sheet.call-time'), facts.callTime)}
          {blank(t('sheet.text'), facts.text)}
          <span class="print-rule" />
        </div>
      )}
    </div>
  );
}
