import './choice-dialog.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../shared/button.tsx';

interface ChoiceDialogProps {
  title: string;
  close: string;
  open: boolean;
  onClose: () => void;
  children: ComponentChildren;
}

/** What is seldom needed, over the card: from below on a phone, in the middle on a desktop. Its content is always in the page. */
export function ChoiceDialog({ title, close, open, onClose, children }: ChoiceDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const it = dialog.current;
    if (open && it && !it.open) it.showModal();
    if (!open && it?.open) it.close();
  }, [open]);
  return (
    <dialog ref={dialog} class="choice" aria-label={title} onClose={onClose}>
      <div class="choice-body">
        <h2>{title}</h2>
        {children}
        <Button onPress={() => dialog.current?.close()}>{close}</Button>
      </div>
    </dialog>
  );
}
