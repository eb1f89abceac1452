import './plain-sheet.css';
import type { SheetSay } from './call-props.ts';

/** The sheet before it is ready, and when it cannot be: one plain sentence, never a blank page. */
export function PlainSheet({ state, t }: { state: 'loading' | 'error'; t: SheetSay }) {
  return (
    <main class="plain-sheet" data-state={state} aria-busy={state === 'loading'}>
      <h1>{t('sheet.brand')}</h1>
      <p role={state === 'error' ? 'alert' : 'status'}>{t(`sheet.${state}`)}</p>
    </main>
  );
}
