import './helper-dialog.css';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../shared/button.tsx';
import type { SheetSay } from './call-props.ts';
import { Spoken } from './spoken.tsx';

interface HelperDialogProps {
  /** The line to read, without what is about the user. */
  line: string;
  /** Facts the reader needs (for a shop: amount, time in China, the code on the page); none for a helper. */
  facts: readonly string[];
  /** The line in Latin letters, for the user to say it; '' for none. */
  pinyin: string;
  /** What it means, so that the user knows what they hold up; '' where they read it themselves. */
  own: string;
  tag: string;
  t: SheetSay;
  onClose: () => void;
}

/** One card in large letters to hold up: nothing on it is private. */
export function HelperDialog({ line, facts, pinyin, own, tag, t, onClose }: HelperDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="helper" aria-label={t('sheet.helper')} onClose={onClose}>
      <div class="helper-card">
        <p class="helper-line">
          <Spoken tag={tag} class="">
            {line}
          </Spoken>
        </p>
        {facts.map((fact) => (
          <p key={fact} class="helper-fact">
            <Spoken tag={tag} class="">
              {fact}
            </Spoken>
          </p>
        ))}
        {pinyin !== '' && (
          <p class="helper-small" lang="zh-Latn">
            {pinyin}
          </p>
        )}
        {own !== '' && <p class="helper-small">{own}</p>}
      </div>
      <Button kind="main" onPress={() => dialog.current?.close()}>
        {t('sheet.helper-close')}
      </Button>
    </dialog>
  );
}
