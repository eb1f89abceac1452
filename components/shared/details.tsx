import './details.css';
import type { ComponentChildren } from 'preact';

interface DetailsProps {
  title: string;
  /** Open from the start. */
  open?: boolean;
  onToggle?: (open: boolean) => void;
  children: ComponentChildren;
}

/** A part that stays closed until it is asked for. The heading is in the summary, so headings still outline the page. */
export function Details({ title, open = false, onToggle, children }: DetailsProps) {
  return (
    <details class="details" open={open} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
      <summary>
        <h2>{title}</h2>
      </summary>
      <div class="details-body">{children}</div>
    </details>
  );
}
