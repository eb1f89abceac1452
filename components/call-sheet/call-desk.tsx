import './call-desk.css';
import './call-card.css';
import './call-dock.css';
import './call-panels.css';
import './call-phone.css';
import './call-low.css';
import './call-print.css';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { answersThatFit } from '../../lib/call/code-fit.ts';
import type { Tongue } from '../../lib/call/lines.ts';
import {
  answerCall,
  backCall,
  beginCall,
  currentNode,
  fitProgress,
  outcomesTold,
  progressOf,
  readProgress,
  type CallProgress,
} from '../../lib/call/script.ts';
import { callAsText, type TextPart } from '../../lib/call/text.ts';
import { directionOf, type Locale } from '../../lib/i18n/index.ts';
import type { Party } from '../../lib/library/call-script.ts';
import { AnswerDock } from './answer-dock.tsx';
import { sayIn, type CallDeskProps, type Remark } from './call-props.ts';
import { CodeEntry } from './code-entry.tsx';
import { CardHead } from './card-head.tsx';
import { DeskSide } from './desk-side.tsx';
import { EndCard, EndDock, endTitle } from './end-card.tsx';
import { endModel } from './end-model.ts';
import { FactsStrip } from './facts-strip.tsx';
import { HeldCard } from './held-card.tsx';
import { EarlierNotes } from './kept-panel.tsx';
import { NeverStrip } from './never-strip.tsx';
import { PrintSheet } from './print-sheet.tsx';
import { Remarks } from './remarks.tsx';
import { SayCard } from './say-card.tsx';
import { spokenFacts } from './spoken-facts.ts';
import { TopBar } from './top-bar.tsx';
import { useDigitKeys } from './use-digit-keys.ts';
import { useMemory } from './use-memory.ts';
import { useReadingPlace } from './use-reading-place.ts';

/** In a shop the other side reads Chinese, whatever language the bank speaks. */
const SHOP_LANGUAGE: Locale = 'zh-CN';

/** The call sheet. `data-state`, `data-party` and `data-node` on the root are a contract with tests from outside. */
export function CallDesk(props: CallDeskProps) {
  const { plans, packs, screen, answer, data, onKeep } = props;
  const [party, setParty] = useState(props.party);
  const [shopLanguage, setShopLanguage] = useState(SHOP_LANGUAGE);
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const [helping, setHelping] = useState(false);
  const [network, setNetwork] = useState('');
  const [keys, setKeys] = useState(true);
  const { memory, latest, unsaved, remember } = useMemory(props.memory, props.keeping !== 'no', props.onMemory);
  useDigitKeys(keys);

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
  const page = { failedAt: props.failedAt, code: props.code, zone: props.zone };
  const facts = { user: spokenFacts(memory, page, screen), theirs: spokenFacts(memory, page, theirsTag) };
  const end = card.outcome !== null && answer && data ? endModel(plan.graph, card.outcome, answer, data) : null;
  const title = end ? endTitle(end) : card.outcome === null ? `topic.${card.topic}` : 'sheet.loading';
  const first = progress.path.length === 0;
  // The end says it itself.
  const remarks = props.remarks.filter((one) => one !== 'check-first' || end === null);

  const heading = useReadingPlace(`${party} ${card.id} ${progress.path.length}`);

  function go(next: CallProgress): void {
    setCopied(null);
    remember({ progress: { ...latest().progress, [party]: next } });
    props.onTold(party, outcomesTold(next));
  }
  function turnTo(next: Party): void {
    setParty(next);
    setCopied(null);
    props.onParty(next);
  }
  async function copyText(text: string): Promise<void> {
    setCopied(null);
    setCopied((await props.onCopy(text)) ? 'yes' : 'no');
  }
  function textOf(part: TextPart): string {
    const words =
      end && [t(title), end.now.body, ...end.later].map((one) => (typeof one === 'string' ? one : wordsOf(one)));
    return callAsText(plan, progress, theirs, user, facts.user, part, {
      spoken: facts.theirs,
      ...(words ? { end: words } : {}),
    });
  }
  const wordsOf: CallDeskProps['wordsOf'] = (word, slots) =>
    word.pack === 'script' ? t(word.key, slots) : props.wordsOf(word, slots);

  // What is kept follows the notes.
  const kept = props.keeps ? textOf('notes') : '';
  useEffect(() => {
    if (kept !== '') onKeep(kept);
  }, [kept, onKeep]);

  const remarkKey = (one: Remark): string => {
    if (one === 'check-first' && answer?.checkFirst) return `desk.outcome.${answer.outcome}`;
    return one === 'tab-closed' && props.keeping !== 'no' ? 'desk.tab-closed' : `sheet.${one}`;
  };
  const code = card.asksCode ? props.lookUp(memory.declineCode, network) : null;
  const back = (): void => go(backCall(progress));
  const written = party === 'shop' && answer?.place === 'online';

  return (
    <>
      <div
        class="call"
        data-state="ready"
        data-party={party}
        data-node={card.id}
        data-outcome={answer?.outcome}
        lang={screen}
        dir={directionOf(screen)}
      >
        <TopBar
          party={party}
          screen={screen}
          theirs={theirsTag}
          step={step}
          of={of}
          first={first}
          t={t}
          onBack={back}
          onParty={turnTo}
          onScreen={props.onScreenLanguage}
          onTheirs={party === 'shop' ? setShopLanguage : props.onBankLanguage}
        />
        <FactsStrip party={party} facts={facts.user} tag={screen} t={t} />
        <div class="call-body">
          <main class="call-main">
            <Remarks remarks={remarks} textOf={(one) => t(remarkKey(one))} />
            <EarlierNotes earlier={props.earlier} tag={screen} t={t} onTake={props.onEarlier} />
            <section
              class={card.outcome === null ? 'card' : 'card card-end'}
              data-outcome={end?.outcome}
              aria-labelledby="card-title"
            >
              <CardHead title={t(title)} step={step} of={of} heading={heading} t={t} />
              {card.outcome === null ? (
                <SayCard
                  key={card.id}
                  party={party}
                  card={card}
                  user={user}
                  theirs={theirs}
                  facts={facts}
                  written={written}
                  pinyin={props.pinyin}
                  onSpeak={props.voices.includes(theirsTag) ? props.onSpeak : null}
                  onCopy={(text) => void copyText(text)}
                  onHelper={() => setHelping(true)}
                >
                  {code && (
                    <CodeEntry
                      typed={memory.declineCode}
                      network={network}
                      answer={code}
                      limit={props.limits.declineCode}
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
                end && <EndCard model={end} plan={plan} progress={progress} t={t} wordsOf={wordsOf} />
              )}
            </section>
            <div class="call-dock">
              {card.outcome === null ? (
                <AnswerDock
                  key={card.id}
                  card={card}
                  user={user}
                  theirs={theirs}
                  fitting={code ? answersThatFit(card.answers, code.readings) : []}
                  first={first}
                  onAnswer={(id) => go(answerCall(plan, progress, id))}
                  onBack={back}
                />
              ) : (
                end && (
                  <EndDock
                    model={end}
                    found={props.found !== null}
                    t={t}
                    onFound={props.onFound}
                    onUndo={props.onUndo}
                    onOpen={turnTo}
                    onBack={back}
                    onAgain={() => go(beginCall(plan))}
                  />
                )
              )}
              {party !== 'shop' && <NeverStrip never={plan.graph.never} t={t} />}
            </div>
          </main>
          <DeskSide
            {...props}
            party={party}
            plan={plan}
            memory={memory}
            zone={facts.user.zone}
            unsaved={unsaved}
            copied={copied}
            t={t}
            keys={keys}
            onKeys={setKeys}
            onChange={remember}
            onKeepThis={(keep) => onKeep(keep ? textOf('notes') : null)}
            onCopyPart={(part) => void copyText(textOf(part))}
            onCopyText={(text) => void copyText(text)}
          />
        </div>
        {helping && (
          <HeldCard
            party={party}
            card={card}
            user={user}
            theirs={theirs}
            facts={facts.theirs}
            pinyin={props.pinyin}
            onClose={() => setHelping(false)}
          />
        )}
      </div>
      <PrintSheet plan={plan} user={user} theirs={theirs} facts={facts} pinyin={props.pinyin} />
    </>
  );
}
