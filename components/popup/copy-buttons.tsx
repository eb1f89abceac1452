import { useState } from 'preact/hooks';
import { Button } from '../shared/button.tsx';
import type { AnswerModel } from './popup-model.ts';
import type { PopupActions, PopupVoice } from './popup-props.ts';
import { stepsText } from './steps-text.ts';

interface CopyButtonsProps extends Pick<PopupActions, 'onCopy' | 'onShare'> {
  answer: AnswerModel;
  voice: PopupVoice;
}

/** Takes the steps along: a popup closes at the next tap beside it. */
export function CopyButtons({ answer, voice, onCopy, onShare }: CopyButtonsProps) {
  const { ui } = voice;
  const [said, setSaid] = useState<'' | 'done' | 'failed'>('');
  const copy = async (): Promise<void> => setSaid((await onCopy(stepsText(answer, voice))) ? 'done' : 'failed');
  return (
    <>
      <Button onPress={() => void copy()}>{ui('copy')}</Button>
      {onShare && <Button onPress={() => onShare(stepsText(answer, voice))}>{ui('share')}</Button>}
      <p role="status" class="soft">
        {said && ui(`copy.${said}`)}
      </p>
    </>
  );
}
