import { Icon } from '../shared/icon.tsx';
import type { SheetSay } from './call-props.ts';

/** What is never told to a person: one line that stays in sight on every card, and the whole list behind it. */
export function NeverStrip({ never, t }: { never: readonly string[]; t: SheetSay }) {
  return (
    <aside class="never" aria-label={t('sheet.never')}>
      <details>
        <summary>
          <Icon name="cross" />
          {t('desk.never-short')}
        </summary>
        <ul>
          {never.map((id) => (
            <li key={id}>{t(`never.${id}`)}</li>
          ))}
        </ul>
      </details>
    </aside>
  );
}
