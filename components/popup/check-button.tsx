import { useState } from 'preact/hooks';
import type { Advice } from '../../lib/case/advice.ts';
import { Button } from '../shared/button.tsx';
import type { PopupVoice } from './popup-props.ts';

/** What a look at the page gave: advice to show, nothing, or a page the browser keeps to itself. */
export type Checked = { kind: 'advice'; advice: Advice } | { kind: 'none' } | { kind: 'refused' };

interface CheckButtonProps {
  voice: PopupVoice;
  onCheck: () => Promise<Checked>;
  onOpen: (advice: Advice) => void;
}

/** Reads a page that is not Alipay's, once, because the user asked. Says what came of it when that is no advice. */
export function CheckButton({ voice, onCheck, onOpen }: CheckButtonProps) {
  const [said, setSaid] = useState<'' | 'none' | 'refused' | 'checking'>('');
  async function check(): Promise<void> {
    setSaid('checking');
    const answer = await onCheck();
    if (answer.kind === 'advice') {
      setSaid('');
      onOpen(answer.advice);
    } else setSaid(answer.kind);
  }
  return (
    <div class="check-page">
      <Button kind="main" onPress={() => void check()}>
        {voice.ui('check.button')}
      </Button>
      <p class="soft">{voice.ui('check.note')}</p>
      <p role="status">{said && voice.ui(`check.${said}`)}</p>
    </div>
  );
}
