import type { Advice } from '../../lib/case/advice.ts';
import type { Evidence } from '../../lib/messages.ts';
import { Details } from '../shared/details.tsx';
import { dayIn } from '../shared/voice.ts';
import { FactList } from './fact-list.tsx';
import type { LateParts, PopupVoice } from './popup-props.ts';
import { SourceList } from './source-list.tsx';

interface PartProps {
  advice: Advice;
  voice: PopupVoice;
}

function Alternatives({ advice, voice, ways }: PartProps & Pick<LateParts, 'ways'>) {
  const groups = (['visitor', 'resident'] as const).filter((one) => advice.alternatives[one].length > 0);
  if (groups.length === 0) return null;
  const ranked = ways?.(advice);
  if (ranked) return <Details title={voice.ui('alternatives')}>{ranked}</Details>;
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
function groupEvidence(
  evidence: readonly Evidence[],
): { kind: Evidence['kind']; place: Evidence['place']; quotes: string[] }[] {
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
            <span class="soft">
              {ui('why.reason', { kind: ui(`why.kind.${kind}`), place: ui(`why.place.${place}`) })}
            </span>
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
      <FactList facts={advice.facts} voice={voice} />
    </Details>
  );
}

/** All that stays closed until it is asked for: other ways to pay, what it costs, the code, the reasons, facts, sources. */
export function AdviceMore({ advice, voice, late = {} }: PartProps & { late?: LateParts | undefined }) {
  return (
    <div class="more">
      {advice.stale && <p class="stale">{voice.ui('sources.stale', { checked: dayIn(voice.tag, advice.checked) })}</p>}
      <Alternatives advice={advice} voice={voice} {...late} />
      {late.cost && <Details title={voice.ui('cost')}>{late.cost()}</Details>}
      <Code advice={advice} voice={voice} />
      <Why advice={advice} voice={voice} />
      <Facts advice={advice} voice={voice} />
      <SourceList sources={advice.sources} checked={advice.checked} voice={voice} />
    </div>
  );
}
