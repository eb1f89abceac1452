import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../shared/button.tsx';
import type { OptionsVoice } from './options-props.ts';

interface ClearButtonProps {
  voice: OptionsVoice;
  onClear: () => void;
}

/** Clears everything, after it was asked once more in the same place. */
export function ClearButton({ voice, onClear }: ClearButtonProps) {
  const say = voice.options;
  const [isAsking, setAsking] = useState<boolean | null>(null);
  const box = useRef<HTMLDivElement>(null);
  // Asking takes the button away that was pressed; the one that changes nothing comes first and has the focus.
  useEffect(() => {
    if (isAsking !== null) box.current?.querySelector('button')?.focus();
  }, [isAsking]);
  return (
    <div class="page-row" ref={box}>
      {isAsking ? (
        <>
          <p>{say('clear.sure')}</p>
          <Button onPress={() => setAsking(false)}>{say('clear.keep')}</Button>
          <Button
            onPress={() => {
              setAsking(false);
              onClear();
            }}
          >
            {say('clear.yes')}
          </Button>
        </>
      ) : (
        <Button onPress={() => setAsking(true)}>{say('clear.button')}</Button>
      )}
    </div>
  );
}
