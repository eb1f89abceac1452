import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../shared/button.tsx';
import type { OptionsVoice } from './options-props.ts';

interface MutedSitesProps {
  muted: readonly string[];
  voice: OptionsVoice;
  onMuted: (muted: string[]) => void;
}

/** Sites without hints. One that was taken from the list can be put back as long as the page is open. */
export function MutedSites({ muted, voice, onMuted }: MutedSitesProps) {
  const say = voice.options;
  const [undone, setUndone] = useState<string | null>(null);
  const undo = useRef<HTMLDivElement>(null);
  // The button pressed is gone with its line; reading goes on where it can be undone.
  useEffect(() => {
    if (undone !== null) undo.current?.querySelector('button')?.focus();
  }, [undone]);
  return (
    <div class="muted">
      <h3>{say('muted.title')}</h3>
      {muted.length === 0 && undone === null && <p class="page-soft">{say('muted.none')}</p>}
      {muted.length > 0 && (
        <ul class="page-plain-list">
          {muted.map((site) => (
            <li key={site} class="page-row" data-muted={site}>
              <bdi>{site}</bdi>
              <Button
                onPress={() => {
                  setUndone(site);
                  onMuted(muted.filter((one) => one !== site));
                }}
              >
                {say('muted.remove')}
                <span class="visually-hidden"> {site}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {undone !== null && (
        <div class="page-row" ref={undo}>
          <p>{say('muted.removed', { site: undone })}</p>
          <Button
            onPress={() => {
              setUndone(null);
              onMuted([...new Set([...muted, undone])]);
            }}
          >
            {say('muted.undo')}
          </Button>
        </div>
      )}
    </div>
  );
}
