import './chips.css';
import { Icon } from '../shared/icon.tsx';
import { givenIn } from '../interview/given-words.ts';
import type { Chip, ChipText } from './chips-model.ts';
import type { PopupVoice } from './popup-props.ts';

interface ChipsProps {
  chips: readonly Chip[];
  voice: PopupVoice;
  onUndo: (chip: Chip) => void;
  /** Forgets all of it; absent where the chips stand beside something else that does. */
  onStartOver?: () => void;
}

/** What the person told, each with a way to take it back. */
export function Chips({ chips, voice, onUndo, onStartOver }: ChipsProps) {
  const { ui } = voice;
  if (chips.length === 0) return null;
  return (
    <ul class="chips" aria-label={ui('chips')}>
      {chips.map((chip) => {
        const words = chipWords(chip.text, voice);
        return (
          <li key={chip.id}>
            <button type="button" class="chip" data-chip={chip.id} onClick={() => onUndo(chip)}>
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
export function chipWords(text: ChipText, voice: PopupVoice): string {
  switch (text.kind) {
    case 'given':
      return givenIn(text.given, voice);
    case 'result':
      return voice.ui(`chip.result.${text.result}`);
    case 'denied':
      return voice.ui('chip.denied');
    default:
      return voice.ui(`chip.${text.kind}`, { title: voice.library(`title.${text.diagnosis}`) });
  }
}
