import type { NamedSource } from '../../lib/case/advice.ts';
import type { Locale } from '../../lib/i18n/index.ts';
import { Details } from '../shared/details.tsx';
import { dayIn } from '../shared/voice.ts';
import type { SheetSay } from './call-props.ts';

interface SourcesListProps {
  sources: readonly NamedSource[];
  /** The day the script was last checked against them, YYYY-MM-DD. */
  checked: string;
  tag: Locale;
  t: SheetSay;
}

/** What the questions and the advice rest on. */
export function SourcesList({ sources, checked, tag, t }: SourcesListProps) {
  return (
    <Details title={t('sheet.sources')}>
      <ul class="sources">
        {sources.map((one) => (
          <li key={one.id}>
            <span lang="en">{one.title}</span>
            {one.where !== '' && (
              <span lang="en" class="soft">
                {' '}
                {one.where}
              </span>
            )}
            {one.date !== '' && <span class="soft"> {t('sheet.source-date', { date: dayIn(tag, one.date) })}</span>}
          </li>
        ))}
      </ul>
      <p class="soft">{t('sheet.checked', { date: dayIn(tag, checked) })}</p>
    </Details>
  );
}
