import { useState } from 'preact/hooks';
import { Button } from '../shared/button.tsx';
import { PictureOffer } from './picture-offer.tsx';
import type { Checked, PopupActions, PopupVoice } from './popup-props.ts';

interface CheckButtonProps extends Pick<PopupActions, 'onPicture'> {
  voice: PopupVoice;
  onCheck: () => Promise<Checked>;
  /** A failure was read and is in the case now. */
  onFound: () => void;
  onShot: (picture: File) => void;
}

/** Reads a page that is not Alipay's, once, because the user asked. Says what came of it when that is no failure. */
export function CheckButton({ voice, onCheck, onFound, onPicture, onShot }: CheckButtonProps) {
  const [said, setSaid] = useState<'' | 'none' | 'paid' | 'refused' | 'checking'>('');
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
      <p class="soft">{voice.ui('check.note')}</p>
      <p role="status" class="check-said">
        {said && voice.ui(`check.${said}`)}
      </p>
      {/* Where the page's text says nothing, its message may be drawn. */}
      {(said === 'none' || said === 'refused') && (
        <PictureOffer voice={voice} {...(onPicture ? { onPicture } : {})} onShot={onShot} />
      )}
    </div>
  );
}
