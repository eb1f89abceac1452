import type { RefObject } from 'preact';
import type { SheetSay } from './call-props.ts';

/** How far the call is, and the card's heading: reading goes on there. */
export function CardHead(props: {
  title: string;
  step: number;
  of: number;
  heading: RefObject<HTMLHeadingElement | null>;
  t: SheetSay;
}) {
  const { title, step, of, heading, t } = props;
  return (
    <div class="card-head">
      <p class="card-progress" aria-live="polite">
        {t('sheet.progress', { step, of })}
      </p>
      <progress class="card-bar" value={step} max={of} aria-hidden="true" />
      <h2 id="card-title" ref={heading} tabIndex={-1}>
        {title}
      </h2>
    </div>
  );
}
