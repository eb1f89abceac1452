import './chips.css';
import { useState } from 'preact/hooks';
import { Icon } from '../shared/icon.tsx';
import { givenIn } from '../interview/given-words.ts';
import type { Chip, ChipText } from './chips-model.ts';
import type { PopupVoice } from './popup-props.ts';

/** Chips shown at once, the newest; more of them would push the answer off the screen. */
const AT_ONCE = 2;

interface ChipsProps {
  chips: readonly Chip[];
  /** The diagnosis at the head: a chip need not say its title again. */
  head?: string | undefined;
  voice: PopupVoice;
  onUndo: (chip: Chip) => void;
  /** Forgets all of it; absent where the chips stand beside something else that does. */
  onStartOver?: () => void;
}

/** Reading goes on at the title of what stands there, or at its question. */
export const toStart = (screen: Element | null): void =>
  screen?.querySelector<HTMLElement>('h1, [data-start]')?.focus();

/** What the person told, each with a way to take it back. */
export function Chips({ chips, head, voice, onUndo, onStartOver }: ChipsProps) {
  const { ui } = voice;
  const [all, setAll] = useState(false);
  const hidden = all || chips.length <= AT_ONCE + 1 ? 0 : chips.length - AT_ONCE;
  if (chips.length === 0) return null;
  return (
    <ul class="chips" aria-label={ui('chips')}>
      {hidden > 0 && (
        <li>
          <button type="button" class="chip chip-plain" data-more-chips onClick={() => setAll(true)}>
            {ui('chips.more', { count: hidden })}
          </button>
        </li>
      )}
      {chips.slice(hidden).map((chip) => {
        const words = chipWords(chip.text, voice, head);
        return (
          <li key={chip.id}>
            <button
              type="button"
              class="chip"
              data-chip={chip.id}
              onClick={({ currentTarget }) => {
                // The chip goes, and the focus must not go with it: the title may stay the same.
                toStart(currentTarget.closest('[data-screen]'));
                onUndo(chip);
              }}
            >
              <span class="visually-hidden">{ui('chips.remove')}: </span>
              {words}
              <Icon name="cross" />
            </button>
          </li>
        );
      })}
      {onStartOver && (
        <li>
          <button type="button" class="chip chip-plain" onClick={onStartOver}>
            {ui('start-over')}
          </button>
        </li>
      )}
    </ul>
  );
}

/** The words of a chip. */
export function chipWords(text: ChipText, voice: PopupVoice, head?: string): string {
  switch (text.kind) {
    case 'given':
      return givenIn(text.given, voice);
    case 'result':
      return voice.ui(`chip.result.${text.result}`);
    case 'denied':
      return voice.ui('chip.denied');
    default:
      if (text.diagnosis === head) return voice.ui(`chip.${text.kind}.head`);
      return voice.ui(`chip.${text.kind}`, { title: voice.library(`title.${text.diagnosis}`) });
  }
}
