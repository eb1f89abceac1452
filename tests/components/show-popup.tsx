import { render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { withoutChip } from '../../components/popup/chips-model.ts';
import { popupModel, type PopupModel } from '../../components/popup/popup-model.ts';
import { Popup } from '../../components/popup/popup.tsx';
import type { PopupProps } from '../../components/popup/popup-props.ts';
import { voiceOf } from '../../components/shared/voice.ts';
import { answerCase } from '../../lib/case/answer.ts';
import { repeatsOf } from '../../lib/case/attempts.ts';
import { chosenCause, composeCase, namelessOf, type PageFinding, withPiece } from '../../lib/case/compose-case.ts';
import { type Evidence, NOBODY, type SightingEvidence } from '../../lib/case/evidence.ts';
import { LOCALES, type Locale, type Words } from '../../lib/i18n/index.ts';
import type { Finding } from '../../lib/messages.ts';
import type { Attempt } from '../../lib/state/attempts.ts';
import { packsOf } from '../words.ts';
import { NOW, sampleFinding } from '../case/sample-library.ts';
import { shippedData as data } from './shipped-data.ts';

const ROOMS = ['ui', 'library', 'facts', 'codes', 'interview'] as const;
const packs = ROOMS.map((room) => [room, packsOf(room)] as const);

/** The popup's words by language and room. */
export const WORDS = Object.fromEntries(
  LOCALES.map((tag) => [tag, Object.fromEntries(packs.map(([room, words]) => [room, words[tag]]))]),
) as Record<Locale, Record<(typeof ROOMS)[number], Words>>;

/** The real words, noting every key that is missing. */
function watched(words: Words, missing: string[]): Words {
  return new Proxy(words, {
    get(all, key: string) {
      if (!(key in all) && !/\.(one|other)$/.test(key)) missing.push(key);
      return all[key];
    },
  });
}

export const voiceIn = (tag: Locale, missing: string[] = []) =>
  voiceOf(
    tag,
    Object.fromEntries(Object.entries(WORDS[tag]).map(([name, words]) => [name, watched(words, missing)])) as Record<
      (typeof ROOMS)[number],
      Words
    >,
  );

/** What is known beside the words: the page, what was given, other payments. */
export interface Known {
  page?: readonly PageFinding[];
  stored?: readonly Evidence[];
  others?: readonly SightingEvidence[];
  attempts?: readonly Attempt[];
  amount?: string;
}

export const TAB = 7;
export const onPage = (change: Partial<Finding> = {}, live = true): PageFinding => ({
  document: 'page',
  finding: sampleFinding(change),
  live,
});

/** A payment that may have gone through five minutes ago, as a sighting that is gone. */
export function sighting(change: Partial<SightingEvidence> = {}): SightingEvidence {
  return {
    kind: 'sighting',
    diagnosis: 'outcome-unknown',
    certainty: 'likely',
    code: '',
    source: 'page',
    live: false,
    quotes: [],
    host: '',
    at: NOW - 5 * 60_000,
    ...change,
  };
}

export function modelOf({ page = [], stored = [], others = [], attempts = [], amount = '' }: Known): PopupModel {
  const whole = composeCase({ page, stored, others, person: NOBODY }, data.library);
  const own = composeCase({ page, stored, others: [], person: NOBODY }, data.library);
  const live = page.find((one) => one.live)?.finding;
  return popupModel({
    failing: live !== undefined,
    live: live ? { diagnosis: live.diagnosis, certainty: live.certainty, code: live.code } : null,
    case: whole,
    answer: answerCase(whole, data),
    own: answerCase(own, data),
    stored,
    tab: TAB,
    amount,
    repeats: live ? repeatsOf(attempts, { diagnosis: live.diagnosis, tab: TAB, at: live.at }, NOW, data.library) : null,
    data,
    now: NOW,
  });
}

const noop = () => undefined;
let clock = NOW;
const tick = (): number => (clock += 1000);

interface KeptProps {
  known: Known;
  change: Partial<PopupProps>;
  tag: Locale;
  missing: string[];
}

/** The popup with a parent that keeps the case, as the entrypoint does. */
function Kept({ known, change, tag, missing }: KeptProps) {
  const [stored, setStored] = useState(known.stored ?? []);
  const add = (piece: Evidence): void => setStored((now) => withPiece(now, piece));
  const failing = known.page?.some((one) => one.live) ?? false;
  return (
    <Popup
      view={failing ? { state: 'diagnosis' } : { state: 'no-failure', earlier: false }}
      model={modelOf({ ...known, stored })}
      voice={voiceIn(tag, missing)}
      bank="zh-CN"
      muted={false}
      refused={false}
      late={{}}
      reader={() => ({ sightings: [], facts: [], quotes: [] })}
      now={NOW}
      onAnswer={(question, answer) => add({ kind: 'answer', question, answer, at: tick() })}
      onTakeBack={(question) =>
        setStored((now) => now.filter((one) => !('question' in one && one.question === question)))
      }
      onResult={(result) => add({ kind: 'result', result, at: tick() })}
      onLooked={(found) => add({ kind: 'answer', question: 'looked', answer: found, at: tick() })}
      onChoose={(id) => add(chosenCause(id ?? namelessOf(data.library), tick()))}
      onText={(told) => add({ kind: 'text', ...told, at: tick() })}
      onUndo={(chip) => setStored((now) => withoutChip(now, chip))}
      onStartOver={() => setStored([])}
      onOpenSheet={noop}
      onCopy={() => Promise.resolve(true)}
      onScreenLanguage={noop}
      onBankLanguage={noop}
      onUnmute={noop}
      onGrant={noop}
      onRetry={noop}
      {...change}
    />
  );
}

/** Renders the popup for what is known; keys without words are collected in `missing`. */
export const show = (known: Known = {}, change: Partial<PopupProps> = {}, tag: Locale = 'en', missing: string[] = []) =>
  render(<Kept known={known} change={change} tag={tag} missing={missing} />);

/** The element that carries the contract's attributes. */
export const rootOf = (container: Element) => container.querySelector<HTMLElement>('[data-state]')!;

/** The closed part with this title. */
export const details = (title: string) => screen.getByText(title, { selector: 'summary *' }).closest('details')!;
