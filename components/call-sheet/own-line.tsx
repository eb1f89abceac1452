import { useState } from 'preact/hooks';
import type { Tongue } from '../../lib/call/lines.ts';
import { running } from '../../lib/i18n/index.ts';
import { sayIn } from './call-props.ts';

/**
 * What the line means, in the person's own language. Where there is little room, the facts of the payment are behind one tap: they are
 * the person's own, and what must be read at a glance is why one calls.
 */
export function OwnLine({ lines, user }: { lines: readonly string[]; user: Tongue }) {
  const [open, setOpen] = useState(false);
  const [head, ...facts] = lines;
  return (
    <p class="line-own" data-open={open}>
      {head}
      {facts.length > 0 && (
        <>
          <button
            type="button"
            class="text-button own-more"
            aria-expanded={open}
            aria-label={sayIn(user)('sheet.facts')}
            onClick={() => setOpen(!open)}
          >
            …
          </button>
          <span class="own-facts"> {running(facts, user.tag)}</span>
        </>
      )}
    </p>
  );
}
