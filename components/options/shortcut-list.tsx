import { Button } from '../shared/button.tsx';
import type { Command, OptionsVoice } from './options-props.ts';

interface ShortcutListProps {
  shortcuts: readonly Command[] | null;
  voice: OptionsVoice;
  onShortcuts: () => void;
}

/** The keyboard commands with their keys; only the browser can change them. */
export function ShortcutList({ shortcuts, voice, onShortcuts }: ShortcutListProps) {
  const say = voice.options;
  if (!shortcuts) return <p class="page-soft">{say('keys.not-here')}</p>;
  return (
    <>
      <dl class="keys">
        {shortcuts.map(({ name, keys }) => (
          <div key={name} data-command={name}>
            <dt>{say(`keys.${name}`)}</dt>
            <dd>{keys ? <kbd>{keys}</kbd> : <span class="page-soft">{say('keys.none')}</span>}</dd>
          </div>
        ))}
      </dl>
      <div class="page-row">
        <Button onPress={onShortcuts}>{say('keys.change')}</Button>
      </div>
    </>
  );
}
