import { Icon } from '../shared/icon.tsx';
import type { PopupVoice } from './popup-props.ts';

/** The strongest words of the popup: money may have moved, or has. Stands before everything else. */
export function OutcomeBox({ voice, outcome }: { voice: PopupVoice; outcome: 'unknown' | 'paid' }) {
  return (
    <section class="outcome" aria-labelledby="outcome-title">
      <Icon name="warning" />
      <div>
        <h2 id="outcome-title">{voice.ui(`outcome.${outcome}.title`)}</h2>
        <p>{voice.ui(`outcome.${outcome}.text`)}</p>
      </div>
    </section>
  );
}
