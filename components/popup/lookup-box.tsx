import './lookup.css';
import { useId, useMemo } from 'preact/hooks';
import type { LookupAnswer } from '../../lib/understand/lookup-answer.ts';
import { certaintyKey } from './advice-view.tsx';
import type { LateParts, LookupEngine, PopupVoice } from './popup-props.ts';
import { Icon } from '../shared/icon.tsx';

/** Longest text that is read. A message is a line or two; this much is a page pasted by mistake. */
export const TEXT_LIMIT = 5000;
const SHOWN = 3;
/** Below this many characters a text is still being typed, and "nothing found" would only disturb. */
const SETTLED = 4;

/** What the box holds. It lives in the popup's memory only and is gone when the popup closes. */
export interface LookupText {
  text: string;
  /** The user gave more than the limit, and the rest was left out. */
  cut: boolean;
}

/** A text cut to the limit, never in the middle of a character. */
export function limitText(text: string): LookupText {
  if (text.length <= TEXT_LIMIT) return { text, cut: false };
  const kept = text.slice(0, TEXT_LIMIT);
  return { text: /[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept, cut: true };
}

/** The best answers. An engine that fails says so: "no failed payment" would be a claim nobody has checked. */
function ask(lookup: LookupEngine, text: string): readonly LookupAnswer[] | 'loading' | 'failed' {
  if (typeof lookup === 'string') return lookup;
  if (text === '') return [];
  try {
    return lookup(text).slice(0, SHOWN);
  } catch {
    return 'failed';
  }
}

interface LookupBoxProps {
  value: LookupText;
  lookup: LookupEngine;
  voice: PopupVoice;
  /** The meaning of a bank's decline code, below the box's own answers. */
  code?: LateParts['code'];
  onChange: (value: LookupText) => void;
  onOpen: (answer: LookupAnswer) => void;
}

/** A typed or pasted message and the three most likely causes for it. Answers while one types. */
export function LookupBox({ value, lookup, voice, code, onChange, onOpen }: LookupBoxProps) {
  const { ui, library } = voice;
  const id = useId();
  const text = value.text.trim();
  const found = useMemo(() => ask(lookup, text), [lookup, text]);
  const answers = typeof found === 'string' ? [] : found;
  const meaning = text === '' ? null : (code?.(text, answers.length > 0, onOpen) ?? null);
  const status = statusOf();

  function statusOf(): string {
    if (found === 'failed') return ui('lookup.failed');
    if (text === '') return '';
    if (found === 'loading') return ui('lookup.loading');
    if (answers.length === 1) return ui('lookup.single');
    if (answers.length > 1) return ui('lookup.found', { count: answers.length });
    return text.length < SETTLED || meaning ? '' : ui('lookup.nothing');
  }

  return (
    <section class="lookup">
      <label for={id}>{ui('lookup.label')}</label>
      <textarea
        id={id}
        rows={3}
        dir="auto"
        value={value.text}
        aria-describedby={`${id}-help`}
        spellcheck={false}
        autocomplete="off"
        onInput={(event) => onChange(limitText(event.currentTarget.value))}
      />
      <p id={`${id}-help`} class="soft">
        {ui('lookup.help')}
      </p>
      <div role="status" class="lookup-status">
        {value.cut && <p>{ui('lookup.cut', { limit: new Intl.NumberFormat(voice.tag).format(TEXT_LIMIT) })}</p>}
        {status !== '' && <p>{status}</p>}
        {meaning && <p>{ui('lookup.code')}</p>}
      </div>
      {answers.length > 0 && (
        <ol class="answers">
          {answers.map((answer) => (
            <li key={answer.diagnosis}>
              <button type="button" data-answer={answer.diagnosis} onClick={() => onOpen(answer)}>
                <span class="answer-title">{library(`title.${answer.diagnosis}`)}</span>
                <span class={`certainty certainty-${answer.certainty}`}>
                  <Icon name={answer.certainty} />
                  {ui(certaintyKey(answer, true))}
                </span>
                <Icon name="forward" />
              </button>
            </li>
          ))}
        </ol>
      )}
      {meaning}
    </section>
  );
}
