import { running } from '../../lib/i18n/index.ts';
import type { AnswerModel } from './popup-model.ts';
import type { PageSays, WhichPayment } from './page-says.ts';
import { givenIn } from '../interview/given-words.ts';
import type { LateParts, PopupVoice } from './popup-props.ts';
import { Icon } from '../shared/icon.tsx';
import { GlossLine } from './gloss-line.tsx';
import { Signals } from './signals.tsx';

interface HeadProps {
  answer: AnswerModel;
  voice: PopupVoice;
  now: number;
}

/**
 * The answer in three lines: who can fix it, what happened, how sure we are. While the money may be gone it looks unlike every
 * other head: the warning stands first, and it says which payment it is about.
 */
export function AnswerHead({ answer, voice, now }: HeadProps) {
  const { ui, library } = voice;
  const { head, outcome, payment } = answer;
  return (
    <header class={`head head-${outcome}`}>
      {outcome === 'not-paid' ? (
        <p class="who">
          <span>{head.fixer && library(head.fixer)}</span>
          {head.sure && (
            <span class={`certainty certainty-${head.certainty}`}>
              <Icon name={head.certainty} />
              {ui(head.sure)}
            </span>
          )}
        </p>
      ) : (
        !head.isMoney && (
          <p class="alarm">
            <Icon name="warning" />
            {ui(`outcome.${outcome}`)}
          </p>
        )
      )}
      <h1 tabIndex={-1} class={head.isMoney && outcome !== 'not-paid' ? 'alarm' : undefined}>
        {head.isMoney && outcome !== 'not-paid' && <Icon name="warning" />}
        {/* Its title says what became of the money; of held money there is more to say. */}
        {head.isMoney && outcome === 'held' ? ui('outcome.held') : library(`title.${head.diagnosis}`)}
      </h1>
      {payment && <p class="which">{paymentWords(payment, voice, now)}</p>}
    </header>
  );
}

function paymentWords({ kind, host, at, amount }: WhichPayment, voice: PopupVoice, now: number): string {
  const { ui } = voice;
  const minutes = Math.max(1, Math.round((now - at) / 60_000));
  const ago = new Intl.RelativeTimeFormat(voice.tag).format(-minutes, 'minute');
  const which =
    kind === 'page' && host !== ''
      ? ui('which.page', { host, time: timeIn(voice.tag, at) })
      : ui(kind === 'page' ? 'which.told' : `which.${kind}`, { ago });
  return amount === '' ? which : `${which} ${ui('which.amount', { amount })}`;
}

const timeIn = (tag: string, at: number): string => new Intl.DateTimeFormat(tag, { timeStyle: 'short' }).format(at);

/** Quotes come from a Chinese page or from anywhere; only Chinese characters tell us their language. */
const languageOf = (quote: string): string | undefined => (/\p{Script=Han}/u.test(quote) ? 'zh' : undefined);

function Quote({ text }: { text: string }) {
  return (
    <q lang={languageOf(text)} dir="auto">
      {text}
    </q>
  );
}

/** What the page says, in one line; opened, what it means and why we think so. */
export function PageSaysLine({ answer, voice, late }: Omit<HeadProps, 'now'> & { late: Pick<LateParts, 'gloss'> }) {
  const { ui, library } = voice;
  const { head } = answer;
  const { says } = head;
  return (
    <details class="says">
      <summary>
        <span>{says ? <SaysWords says={says} voice={voice} /> : ui('why')}</span>
        {says && <span class="says-why">{ui('why.short')}</span>}
        {says?.quotes[0] !== undefined && (
          <GlossLine said={{ ...says, quote: says.quotes[0] }} voice={voice} late={late} />
        )}
      </summary>
      <div class="says-body">
        <p>{library(`what.${head.diagnosis}`)}</p>
        <Reasons title={voice.interview('for')} given={head.for} voice={voice} />
        <Reasons title={voice.interview('against')} given={head.against} voice={voice} />
        {says && says.quotes.length > 1 && (
          <ul class="quotes">
            {says.quotes.slice(1).map((quote) => (
              <li key={quote}>
                <Quote text={quote} />
              </li>
            ))}
          </ul>
        )}
        {says && <Signals says={says} voice={voice} />}
        {says && says.host !== '' && (
          <p class="soft">
            {running(
              [ui('why.seen', { host: says.host, time: timeIn(voice.tag, says.at) }), ui('why.masked')],
              voice.tag,
            )}
          </p>
        )}
      </div>
    </details>
  );
}

function SaysWords({ says, voice }: { says: PageSays; voice: PopupVoice }) {
  const { ui, library } = voice;
  const [quote] = says.quotes;
  const who = ui(says.from === 'text' ? 'says.text' : says.gone ? 'says.gone' : 'says.page');
  return (
    <>
      {says.means && <strong>{ui('says.means', { title: library(`title.${says.means}`) })} </strong>}
      {quote !== undefined ? (
        <>
          {who} <Quote text={quote} />
        </>
      ) : (
        // A page can show a failure without a sentence: its address or its form tells.
        !says.means && ui(says.gone ? 'says.shown.gone' : 'says.shown')
      )}
    </>
  );
}

function Reasons({ title, given, voice }: { title: string; given: AnswerModel['head']['for']; voice: PopupVoice }) {
  // The page's own word stands in the line above already.
  const told = given.filter((one) => one.question !== 'finding');
  if (told.length === 0) return null;
  return (
    <div class="reasons">
      <p class="soft">{title}</p>
      <ul class="plain">
        {told.map((one) => (
          <li key={`${one.question}/${one.answer}`}>{givenIn(one, voice)}</li>
        ))}
      </ul>
    </div>
  );
}
