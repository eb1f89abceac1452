import { useState } from 'preact/hooks';
import { Button } from '../shared/button.tsx';
import type { PopupActions, PopupVoice } from './popup-props.ts';

interface PictureOfferProps extends Pick<PopupActions, 'onPicture'> {
  voice: PopupVoice;
  /** The picture that was taken, to be read on the device. */
  onShot: (picture: File) => void;
}

/** Offers to read what the page looks like: messages may be drawn, in a picture or on a canvas, where no text can be read. */
export function PictureOffer({ voice, onPicture, onShot }: PictureOfferProps) {
  const [failed, setFailed] = useState(false);
  if (!onPicture) return null;
  async function take(): Promise<void> {
    const picture = await onPicture!();
    if (picture) onShot(picture);
    else setFailed(true);
  }
  return (
    <div class="picture-offer">
      <Button onPress={() => void take()}>{voice.ui('shot.button')}</Button>
      <p role="status">{failed && voice.ui('shot.none')}</p>
    </div>
  );
}
