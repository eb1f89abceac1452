import type { ComponentChildren } from 'preact';
import type { DiagnosisId } from '../../lib/library/schema.ts';
import { Button } from '../shared/button.tsx';
import { Icon } from '../shared/icon.tsx';
import type { PopupVoice } from './popup-props.ts';

interface CausesScreenProps {
  causes: readonly DiagnosisId[];
  voice: PopupVoice;
  /** Null: none of these. */
  onChoose: (diagnosis: DiagnosisId | null) => void;
  onRead: () => void;
  /** The report, where it is there. */
  children?: ComponentChildren;
}

/** "That's not it": other causes, and two ways on when it is none of them. */
export function CausesScreen({ causes, voice, onChoose, onRead, children }: CausesScreenProps) {
  const { ui, library } = voice;
  return (
    <section class="causes-screen">
      <h1 tabIndex={-1}>{ui('causes')}</h1>
      <ul class="answers">
        {causes.map((id) => (
          <li key={id}>
            <button type="button" data-cause={id} onClick={() => onChoose(id)}>
              <span class="answer-title">{library(`title.${id}`)}</span>
              <Icon name="forward" />
            </button>
          </li>
        ))}
      </ul>
      <Button onPress={() => onChoose(null)}>
        <span data-cause="none">{ui('causes.none')}</span>
      </Button>
      <Button onPress={onRead}>{ui('door.read')}</Button>
      {children}
    </section>
  );
}
