import './button.css';
import type { ComponentChildren } from 'preact';

interface ButtonProps {
  /** One main button a screen; the others are quiet; a plain one looks like text, for going back. */
  kind?: 'main' | 'quiet' | 'plain';
  onPress: () => void;
  children: ComponentChildren;
}

/** A button at least 44 px high. Takes what it says and what it does. */
export function Button({ kind = 'quiet', onPress, children }: ButtonProps) {
  return (
    <button type="button" class={`button button-${kind}`} onClick={onPress}>
      {children}
    </button>
  );
}
