import {
  CHINA,
  clockIn,
  isChinaClock,
  linesOf,
  mainCards,
  ownClock,
  zoneName,
  type CallFacts,
  type Tongue,
} from '../../lib/call/lines.ts';
import { neverLine } from '../../lib/call/text.ts';
import type { CallPlan } from '../../lib/call/script.ts';
import { running, type Words } from '../../lib/i18n/index.ts';
import { sayIn } from './call-props.ts';
import { shopLines } from './held-card.tsx';
import { Spoken } from './spoken.tsx';

interface PrintSheetProps {
  plan: CallPlan;
  user: Tongue;
  theirs: Tongue;
  /** The facts as they are said in both languages. */
  facts: Record<'user' | 'theirs', CallFacts>;
  pinyin: Words;
}

/** The call on one page, A4 or Letter, in black on white; for a shop the cards to hold up, large enough to fill it. */
export function PrintSheet(props: PrintSheetProps) {
  return (
    <div class="print-sheet" data-print={props.plan.party}>
      {props.plan.party === 'shop' ? <ShopCards {...props} /> : <CallOnPaper {...props} />}
    </div>
  );
}

/** What a clerk reads: nothing private on it. */
function ShopCards({ plan, user, theirs, facts, pinyin }: PrintSheetProps) {
  const both = user.tag !== theirs.tag;
  return mainCards(plan).map((card) => {
    const latin = theirs.tag === 'zh-CN' && both ? pinyin[`say.${card.id}`] : undefined;
    return (
      <section key={card.id} class="print-card">
        {shopLines(card, theirs, user.tag, facts.theirs).map((line, at) => (
          <p key={line} class={at === 0 ? 'print-large' : 'print-fact'}>
            <Spoken tag={theirs.tag} class="">
              {line}
            </Spoken>
          </p>
        ))}
        {latin !== undefined && <p lang="zh-Latn">{latin}</p>}
        {both && <p>{running(linesOf({ ...card, adds: [] }, user, user.tag, facts.user), user.tag)}</p>}
      </section>
    );
  });
}

/** What the payer reads from while calling, with ruled blanks for what is not known yet. */
function CallOnPaper({ plan, user, theirs, facts }: PrintSheetProps) {
  const t = sayIn(user);
  const { at, zone, amount, home = '', agent, reference, callTime, text, code } = facts.user;
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
    <>
      <h1>{t(`sheet.title.${plan.party}`)}</h1>
      <div class="print-facts">
        {blank(t('sheet.when'), china + own)}
        {blank(t('sheet.amount'), home === '' ? amount : `${amount} / ${home}`)}
        {plan.party === 'bank'
          ? blank(t('sheet.name'), `${t('sheet.name-value')} ${t('sheet.country-value')}`)
          : blank(t('sheet.page-code'), code)}
      </div>
      <p class="print-never">
        <strong>{t('sheet.never')}:</strong> {neverLine(plan, user)}
      </p>
      <ol class="print-lines">
        {mainCards(plan).map((card) => {
          const line = running(linesOf(card, theirs, user.tag, facts.theirs), theirs.tag);
          const meaning = running(linesOf({ ...card, adds: [] }, user, user.tag, facts.user), user.tag);
          return (
            <li key={card.id}>
              <Spoken tag={theirs.tag} class="print-line">
                {line}
              </Spoken>
              <span class="print-own">
                {user.tag !== theirs.tag && <span>{meaning}</span>}
                <span class="print-answer">{t('sheet.print-said')}</span>
              </span>
            </li>
          );
        })}
      </ol>
      <div class="print-notes">
        {blank(t('sheet.agent'), agent)}
        {blank(t('sheet.reference'), reference)}
        {blank(t('sheet.call-time'), callTime)}
        {blank(t('sheet.text'), text)}
        <span class="print-rule" />
      </div>
    </>
  );
}
