import { Button } from '../shared/button.tsx';
import { talkKey } from './now-box.tsx';
import type { PopupModel } from './popup-model.ts';
import type { PopupActions, PopupVoice } from './popup-props.ts';

/** What stands in the popup instead of the answer while a door is open. */
export type Screen = 'answer' | 'questions' | 'causes' | 'read';

interface DoorsProps extends Pick<PopupActions, 'onOpenSheet'> {
  model: PopupModel;
  voice: PopupVoice;
  onScreen: (screen: Screen) => void;
}

/** The ways on, from every state. Where nothing is known yet, the one that most people can use is the main one. */
export function Doors({ model, voice, onScreen, onOpenSheet }: DoorsProps) {
  const { ui } = voice;
  const { answer, question, sheet } = model;
  const asks = question !== null && !answer?.asksAtOnce;
  return (
    <nav class="doors" aria-label={ui('doors')}>
      {answer === null && (
        <Button kind="main" onPress={() => onScreen('read')}>
          {ui('door.read')}
        </Button>
      )}
      {answer !== null && (
        <Button onPress={() => onScreen('causes')}>
          <span data-door="causes">{ui('door.not-it')}</span>
        </Button>
      )}
      {asks && (
        <Button onPress={() => onScreen('questions')}>
          <span data-door="questions">{ui('door.ask')}</span>
        </Button>
      )}
      {answer !== null && (
        <Button onPress={() => onScreen('read')}>
          <span data-door="read">{ui('door.read')}</span>
        </Button>
      )}
      {/* Said once: where the first step is that talk, its button stands above. */}
      {answer?.talk !== sheet && (
        <Button onPress={() => onOpenSheet(sheet)}>
          {ui(answer === null ? 'door.words' : talkKey(sheet, model.place))}
        </Button>
      )}
    </nav>
  );
}
