import type { Advice, NamedSource } from '../../lib/advise/diagnose.ts';
import type { Evidence } from '../../lib/messages.ts';
import { Details } from '../shared/details.tsx';
import { dayIn } from '../shared/voice.ts';
import type { PopupVoice } from './popup-props.ts';

interface PartProps {
  advice: Advice;
  voice: PopupVoice;
}

function Alternatives({ advice, voice }: PartProps) {
  const groups = (['visitor', 'resident'] as const).filter((one) => advice.alternatives[one].length > 0);
  if (groups.length === 0) return null;
  return (
    <Details title={voice.ui('alternatives')}>
      {groups.map((group) => (
        <section key={group}>
          <h3>{voice.ui(`alternatives.${group}`)}</h3>
          <ul class="plain">
            {advice.alternatives[group].map((one) => (
              <li key={one}>{voice.library(`alternatives.${one}`)}</li>
            ))}
          </ul>
        </section>
      ))}
    </Details>
  );
}

function Code({ advice, voice }: PartProps) {
  const { code } = advice;
  if (!code) return null;
  return (
    <Details title={voice.ui('code')}>
      <p>
        <code lang="en" dir="ltr">
          {code.text}
        </code>
      </p>
      <p>{code.meaning ? voice.codes(`meaning.${code.meaning}`) : voice.ui('code.unknown')}</p>
      {code.meaning && code.certainty !== 'exact' && <p class="soft">{voice.ui('code.uncertain')}</p>}
    </Details>
  );
}

/** Quotes come from a Chinese page or from anywhere; only Chinese characters tell us their language. */
const languageOf = (quote: string): string | undefined => (/\p{Script=Han}/u.test(quote) ? 'zh' : undefined);

/** Quotes by what they are and where they stood, so that five like ones do not read as five reasons. */
function groupEvidence(evidence: readonly Evidence[]): { kind: Evidence['kind']; place: Evidence['place']; quotes: string[] }[] {
  const groups = new Map<string, { kind: Evidence['kind']; place: Evidence['place']; quotes: string[] }>();
  for (const { kind, place, quote } of evidence) {
    const key = `${kind} ${place}`;
    const group = groups.get(key) ?? { kind, place, quotes: [] };
    if (quote !== '' && !group.quotes.includes(quote)) group.quotes.push(quote);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function Why({ advice, voice }: PartProps) {
  const { ui } = voice;
  // Advice that answered questions led to has no quotes; the questions themselves showed why.
  if (advice.evidence.length === 0) return null;
  const time = new Intl.DateTimeFormat(voice.tag, { timeStyle: 'short' }).format(advice.at);
  return (
    <Details title={ui('why')}>
      <p>{ui(`why.${advice.certainty}`)}</p>
      <ul class="reasons">
        {groupEvidence(advice.evidence).map(({ kind, place, quotes }) => (
          <li key={`${kind} ${place}`}>
            <span class="soft">{ui('why.reason', { kind: ui(`why.kind.${kind}`), place: ui(`why.place.${place}`) })}</span>
            {quotes.map((quote) => (
              <q key={quote} lang={languageOf(quote)} dir="auto">
                {quote}
              </q>
            ))}
          </li>
        ))}
      </ul>
      {advice.host !== '' && <p class="soft">{ui('why.seen', { host: advice.host, time })}</p>}
      <p class="soft">{ui('why.masked')}</p>
    </Details>
  );
}

function Facts({ advice, voice }: PartProps) {
  if (advice.facts.length === 0) return null;
  return (
    <Details title={voice.ui('facts')}>
      <ul class="facts">
        {advice.facts.map((fact) => (
          <li key={fact.id}>
            <p>{voice.facts(fact.id, fact.values)}</p>
            {fact.correctsCommonAdvice && (
              <p class="wrong">
                <strong>{voice.ui('facts.wrong')}</strong> {voice.facts(`${fact.id}.wrong`, fact.values)}
              </p>
            )}
            <p class="soft">
              {voice.ui(`facts.confidence.${fact.confidence}`, { checked: dayIn(voice.tag, fact.checked) })}
            </p>
          </li>
        ))}
      </ul>
    </Details>
  );
}

/** A public address becomes a link; anything else (a document without an address) stays text. */
function SourceTitle({ source }: { source: NamedSource }) {
  if (!source.where.startsWith('https://')) return <span lang="en">{source.title}</span>;
  return (
    <a lang="en" href={source.where} target="_blank" rel="noopener noreferrer">
      {source.title}
    </a>
  );
}

function Sources({ advice, voice }: PartProps) {
  const { ui, tag } = voice;
  const checked = dayIn(tag, advice.checked);
  return (
    <Details title={ui('sources', { checked })}>
      <ul class="plain">
        {advice.sources.map((source) => (
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

/** All that stays closed until it is asked for: other ways to pay, the code, the reasons, facts, sources. */
export function AdviceMore({ advice, voice }: PartProps) {
  return (
    <div class="more">
      {advice.stale && <p class="stale">{voice.ui('sources.stale', { checked: dayIn(voice.tag, advice.checked) })}</p>}
      <Alternatives advice={advice} voice={voice} />
      <Code advice={advice} voice={voice} />
      <Why advice={advice} voice={voice} />
      <Facts advice={advice} voice={voice} />
      <Sources advice={advice} voice={voice} />
    </div>
  );
}
