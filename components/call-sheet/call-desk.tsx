import './call-desk.css';
import './call-card.css';
import './call-panels.css';
import './call-print.css';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { isZone, linesOf, running, type CallFacts, type Tongue } from '../../lib/call/lines.ts';
import {
  answerCall,
  backCall,
  beginCall,
  currentNode,
  fitProgress,
  progressOf,
  readProgress,
  type CallProgress,
} from '../../lib/call/script.ts';
import { callAsText, type TextPart } from '../../lib/call/text.ts';
import { directionOf, type Locale } from '../../lib/i18n/index.ts';
import type { Party } from '../../lib/library/call-script.ts';
import { sayIn, type CallDeskProps, type CallMemory } from './call-props.ts';
import { CodeEntry } from './code-entry.tsx';
import { EndCard } from './end-card.tsx';
import { FactsStrip } from './facts-strip.tsx';
import { HelperDialog } from './helper-dialog.tsx';
import { NeverStrip } from './never-strip.tsx';
import { NotesPanel } from './notes-panel.tsx';
import { PrintSheet } from './print-sheet.tsx';
import { SayCard } from './say-card.tsx';
import { SourcesList } from './sources-list.tsx';
import { SupportPanel } from './support-panel.tsx';
import { TakePanel } from './take-panel.tsx';
import { TimePanel } from './time-panel.tsx';
import { TopBar } from './top-bar.tsx';

/** In a shop the other side reads Chinese, whatever language the bank speaks. */
const SHOP_LANGUAGE: Locale = 'zh-CN';

/** Where call-desk.css puts everything in one column. */
const NARROW = '(max-width: 34rem)';

/** The call sheet. `data-state`, `data-party` and `data-node` on the root are a contract with tests from outside. */
export function CallDesk(props: CallDeskProps) {
  const { plans, packs, screen, limits } = props;
  const [party, setParty] = useState(props.party);
  const [shopLanguage, setShopLanguage] = useState(SHOP_LANGUAGE);
  const [memory, setMemory] = useState(props.memory);
  const [unsaved, setUnsaved] = useState(false);
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const [helping, setHelping] = useState(false);
  const [network, setNetwork] = useState('');

  const plan = plans[party];
  const progress = useMemo(
    () => fitProgress(plan, readProgress(memory.progress[party])),
    [plan, memory.progress, party],
  );
  const card = currentNode(plan, progress);
  const { step, of } = progressOf(plan, progress);
  const user: Tongue = { tag: screen, words: packs[screen] };
  const theirsTag = party === 'shop' ? shopLanguage : props.bank;
  const theirs: Tongue = { tag: theirsTag, words: packs[theirsTag] };
  const t = sayIn(user);
  const zone = isZone(memory.zone) ? memory.zone : props.zone;
  const facts: CallFacts = {
    ...memory,
    amount: memory.amount.trim(),
    at: props.failedAt ?? memory.at,
    zone,
    code: props.code,
  };

  // Reading goes on at the new card's heading. Not on the first card: the page has just opened and is read from its top.
  const heading = useRef<HTMLHeadingElement>(null);
  const place = `${party} ${card.id} ${progress.path.length}`;
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    heading.current?.focus();
    // On a phone the card takes the whole height between the strips, so it begins right under the upper one.
    if (matchMedia(NARROW).matches) heading.current?.closest('section')?.scrollIntoView({ block: 'start' });
  }, [place]);

  // Two changes can come before the next drawing; the second must not undo the first.
  const latest = useRef(memory);
  function remember(change: Partial<CallMemory>): void {
    const next = { ...latest.current, ...change };
    latest.current = next;
    setMemory(next);
    if (props.keeping === 'no') return;
    void props.onMemory(next).then((stored) => setUnsaved(!stored));
  }
  function go(next: CallProgress): void {
    setCopied(null);
    remember({ progress: { ...latest.current.progress, [party]: next } });
  }
  function turnTo(next: Party): void {
    setParty(next);
    setCopied(null);
    props.onParty(next);
  }
  async function copy(part: TextPart): Promise<void> {
    setCopied(null);
    setCopied((await props.onCopy(callAsText(plan, progress, theirs, user, facts, part))) ? 'yes' : 'no');
  }

  const code = card.asksCode ? props.lookUp(memory.declineCode, network) : null;
  const pointed = code?.readings.flatMap((one) => one.diagnosis ?? []) ?? [];
  const fitting = card.answers.filter((one) => one.fits?.some((id) => pointed.includes(id))).map((one) => one.id);

  return (
    <>
      <div
        class="call"
        data-state="ready"
        data-party={party}
        data-node={card.id}
        lang={screen}
        dir={directionOf(screen)}
      >
        <TopBar
          party={party}
          screen={screen}
          theirs={theirsTag}
          t={t}
          onParty={turnTo}
          onScreen={props.onScreenLanguage}
          onTheirs={party === 'shop' ? setShopLanguage : props.onBankLanguage}
        />
        <FactsStrip
          party={party}
          facts={{ ...facts, amount: memory.amount }}
          tag={screen}
          amountLimit={limits.amount}
          t={t}
          onAmount={(amount) => remember({ amount })}
        />
        <div class="call-body">
          <main class="call-main">
            {props.remarks.map((one) => (
              <p key={one} class={one === 'check-first' ? 'remark remark-stop' : 'remark'} data-remark={one}>
                {t(`sheet.${one}`)}
              </p>
            ))}
            <section class={card.outcome === null ? 'card' : 'card card-end'} aria-labelledby="card-title">
              <div class="card-head">
                <p class="card-progress" aria-live="polite">
                  {t('sheet.progress', { step, of })}
                </p>
                <progress class="card-bar" value={step} max={of} aria-hidden="true" />
                {card.outcome !== null && <p class="card-label">{t('topic.end')}</p>}
                <h2 id="card-title" ref={heading} tabIndex={-1}>
                  {t(card.outcome === null ? `topic.${card.topic}` : `end.${card.outcome}`)}
                </h2>
              </div>
              {card.outcome === null ? (
                <SayCard
                  party={party}
                  card={card}
                  user={user}
                  theirs={theirs}
                  facts={facts}
                  fitting={fitting}
                  first={progress.path.length === 0}
                  onAnswer={(id) => go(answerCall(plan, progress, id))}
                  onBack={() => go(backCall(progress))}
                  onHelper={() => setHelping(true)}
                >
                  {code && (
                    <CodeEntry
                      typed={memory.declineCode}
                      network={network}
                      answer={code}
                      limit={limits.declineCode}
                      t={t}
                      onNetwork={setNetwork}
                      onType={(declineCode) => {
                        setNetwork('');
                        remember({ declineCode });
                      }}
                    />
                  )}
                </SayCard>
              ) : (
                <EndCard
                  plan={plan}
                  progress={progress}
                  card={card}
                  user={user}
                  onBack={() => go(backCall(progress))}
                  onAgain={() => go(beginCall(plan))}
                  onParty={turnTo}
                />
              )}
            </section>
          </main>
          <div class="call-side">
            {party === 'alipay' && (
              <SupportPanel support={props.support} zone={zone} now={props.now()} tag={screen} t={t} />
            )}
            {party !== 'shop' && (
              <NotesPanel
                memory={memory}
                limits={limits}
                keeping={props.keeping}
                unsaved={unsaved}
                t={t}
                onChange={remember}
                onNow={() => remember({ callTime: nowOnClock(props.now(), screen) })}
              />
            )}
            <TakePanel
              copied={copied}
              parts={['full', 'opening', 'notes']}
              t={t}
              onCopy={(part) => void copy(part)}
              onPrint={props.onPrint}
            />
            <TimePanel
              asksTime={props.failedAt === null}
              at={memory.at}
              zone={zone}
              zones={props.zones}
              t={t}
              onAt={(at) => remember({ at })}
              onZone={(next) => remember({ zone: next })}
            />
            <footer>
              <SourcesList sources={props.sources[party]} checked={plan.graph.checked} tag={screen} t={t} />
              <p class="soft">{t('sheet.not-affiliated')}</p>
            </footer>
          </div>
        </div>
        <NeverStrip never={plan.graph.never} t={t} />
        {helping && (
          <HelperDialog
            line={running(linesOf({ ...card, adds: [] }, theirs, screen, facts), theirsTag)}
            tag={theirsTag}
            t={t}
            onClose={() => setHelping(false)}
          />
        )}
      </div>
      <PrintSheet plan={plan} user={user} theirs={theirs} facts={facts} />
    </>
  );
}

function nowOnClock(now: number, tag: Locale): string {
  return new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' }).format(now);
}
