import './helper-dialog.css';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../shared/button.tsx';
import type { SheetSay } from './call-props.ts';
import { Spoken } from './spoken.tsx';

interface HelperDialogProps {
  /** The line alone, without amount, time or code. */
  line: string;
  tag: string;
  t: SheetSay;
  onClose: () => void;
}

/** One line in large letters for somebody who helps: nothing on it is about the user. */
export function HelperDialog({ line, tag, t, onClose }: HelperDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="helper" aria-label={t('sheet.helper')} onClose={onClose}>
      <p class="helper-line">
        <Spoken tag={tag} class="">
          {line}
        </Spoken>
      </p>
      <Button kind="main" onPress={() => dialog.current?.close()}>
        {t('sheet.helper-close')}
      </Button>
    </dialog>
  );
}
