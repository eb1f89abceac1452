import { Icon } from '../shared/icon.tsx';
import type { SheetSay } from './call-props.ts';

/** What is never told to a person; it stays in sight on every card. */
export function NeverStrip({ never, t }: { never: readonly string[]; t: SheetSay }) {
  return (
    <aside class="never" aria-labelledby="never-title">
      <p id="never-title">
        <Icon name="cross" />
        {t('sheet.never')}
      </p>
      <ul>
        {never.map((id) => (
          <li key={id}>{t(`never.${id}`)}</li>
        ))}
      </ul>
    </aside>
  );
}
