import { useState } from 'preact/hooks';
import { Button } from '../shared/button.tsx';
import type { Checked, PopupVoice } from './popup-props.ts';

interface CheckButtonProps {
  voice: PopupVoice;
  onCheck: () => Promise<Checked>;
  /** A failure was read and is in the case now. */
  onFound: () => void;
}

/** Reads a page that is not Alipay's, once, because the user asked. Says what came of it when that is no failure. */
export function CheckButton({ voice, onCheck, onFound }: CheckButtonProps) {
  const [said, setSaid] = useState<'' | 'none' | 'refused' | 'checking'>('');
  async function check(): Promise<void> {
    setSaid('checking');
    const answer = await onCheck();
    if (answer === 'found') {
      setSaid('');
      onFound();
    } else setSaid(answer);
  }
  return (
    <div class="check-page">
      <Button onPress={() => void check()}>{voice.ui('check.button')}</Button>
      <p role="status" class="check-said">
        {said && voice.ui(`check.${said}`)}
      </p>
      <p class="soft">{voice.ui('check.note')}</p>
    </div>
  );
}
