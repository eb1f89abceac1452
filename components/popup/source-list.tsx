import type { NamedSource } from '../../lib/case/advice.ts';
import { Details } from '../shared/details.tsx';
import { dayIn, type Voice } from '../shared/voice.ts';

/** A public address becomes a link; anything else (a document without an address) stays text. */
function SourceTitle({ source }: { source: NamedSource }) {
  if (!source.where.startsWith('https://')) return <span lang="en">{source.title}</span>;
  return (
    <a lang="en" href={source.where} target="_blank" rel="noopener noreferrer">
      {source.title}
    </a>
  );
}

interface SourceListProps {
  sources: readonly NamedSource[];
  /** The day they were last checked, YYYY-MM-DD. */
  checked: string;
  voice: Voice<'ui'>;
}

/** Where facts come from, closed until asked for; the days stand in the title and beside each source. */
export function SourceList({ sources, checked, voice }: SourceListProps) {
  const { ui, tag } = voice;
  if (sources.length === 0) return null;
  return (
    <Details title={ui('sources', { checked: dayIn(tag, checked) })}>
      <ul class="plain">
        {sources.map((source) => (
          <li key={source.id}>
            <SourceTitle source={source} />
            <br />
            <span class="soft">
              {source.date === ''
                ? ui('sources.undated', { checked: dayIn(tag, source.checked) })
                : ui('sources.dated', { date: dayIn(tag, source.date), checked: dayIn(tag, source.checked) })}
            </span>
          </li>
        ))}
      </ul>
    </Details>
  );
}
