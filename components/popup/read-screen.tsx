import './read-screen.css';
import { useId, useMemo } from 'preact/hooks';
import type { Sighting } from '../../lib/case/evidence.ts';
import { Button } from '../shared/button.tsx';
import { Icon } from '../shared/icon.tsx';
import { givenIn } from '../interview/given-words.ts';
import { GlossLine } from './gloss-line.tsx';
import { type BoxText, limitText, TEXT_LIMIT } from './limit-text.ts';
import type { LateParts, PopupActions, PopupVoice, TextReader, Told } from './popup-props.ts';

const SHOWN = 3;
/** Below this many characters a text is still being typed, and "we don't know it" would only disturb. */
const SETTLED = 4;
const NOTHING: Told = { sightings: [], facts: [], quotes: [] };

/** What a text tells. A reader that fails says so: "we don't know this message" would be a claim nobody has checked. */
function ask(reader: TextReader, text: string): Told | 'loading' | 'failed' {
  if (typeof reader === 'string') return reader;
  if (text === '') return NOTHING;
  try {
    return reader(text);
  } catch {
    return 'failed';
  }
}

interface ReadScreenProps extends Pick<PopupActions, 'onCopy'> {
  value: BoxText;
  reader: TextReader;
  voice: PopupVoice;
  late: Pick<LateParts, 'code' | 'picture' | 'gloss' | 'report'>;
  /** A picture that was taken already, to be read at once. */
  picture: File | null;
  /** There is something to ask. */
  asks: boolean;
  onChange: (value: BoxText) => void;
  /** Takes what was understood into the case. */
  onText: (told: Told) => void;
  onAsk: () => void;
}

/** A message or a story, typed, pasted or from a picture: what we understood of it while one types, and the way to the answer. */
export function ReadScreen(props: ReadScreenProps) {
  const { value, reader, voice, late, picture, asks, onChange, onText, onAsk, onCopy } = props;
  const { ui } = voice;
  const id = useId();
  const text = value.text.trim();
  const found = useMemo(() => ask(reader, text), [reader, text]);
  const told = typeof found === 'string' ? NOTHING : found;
  const isTold = told.sightings.length + told.facts.length > 0;
  const take = (text: string): void => onChange(limitText(text));
  const meaning =
    text === ''
      ? null
      : (late.code?.(text, told.sightings.length > 0, (diagnosis) =>
          onText({ sightings: [{ diagnosis, certainty: 'likely', code: '' }], facts: [], quotes: [text.slice(0, 80)] }),
        ) ?? null);
  const isUnknown = typeof found !== 'string' && !isTold && !meaning && text.length >= SETTLED;

  return (
    <section class="read">
      <h1 tabIndex={-1}>{ui('read')}</h1>
      {/* The box for a picture stands here; what it reads goes into the text below, to be corrected. */}
      {late.picture?.(told.quotes, take, picture)}
      <label for={id}>{ui('read.label')}</label>
      <textarea
        id={id}
        rows={3}
        dir="auto"
        value={value.text}
        aria-describedby={`${id}-help`}
        spellcheck={false}
        autocomplete="off"
        onInput={(event) => take(event.currentTarget.value)}
      />
      <p id={`${id}-help`} class="soft">
        {ui('read.help')}
      </p>
      <div role="status" class="read-status">
        {value.cut && <p>{ui('read.cut', { limit: new Intl.NumberFormat(voice.tag).format(TEXT_LIMIT) })}</p>}
        {found === 'failed' && <p>{ui('read.failed')}</p>}
        {found === 'loading' && text !== '' && <p>{ui('read.loading')}</p>}
        {isTold && <p>{ui('read.understood')}</p>}
        {meaning && <p>{ui('read.code')}</p>}
        {isUnknown && (
          <>
            <p>
              <strong>{ui('read.unknown')}</strong>
            </p>
            <GlossLine said={{ quote: text, diagnosis: '', certainty: 'unsure' }} voice={voice} late={late} />
            <p>{ui('read.languages')}</p>
          </>
        )}
      </div>
      {told.facts.length > 0 && (
        <ul class="plain">
          {told.facts.map((fact) => (
            <li key={`${fact.question}/${fact.answer}`} data-fact={`${fact.question}/${fact.answer}`}>
              {givenIn(fact, voice)}
            </li>
          ))}
        </ul>
      )}
      {told.sightings.length === 0 && told.facts.length > 0 && (
        <Button kind="main" onPress={() => onText(told)}>
          <span data-use="facts">{ui('read.use')}</span>
        </Button>
      )}
      <Sightings told={told} voice={voice} onText={onText} />
      {isUnknown && asks && <Button onPress={onAsk}>{ui('door.ask')}</Button>}
      {meaning}
      {typeof found !== 'string' && text.length >= SETTLED && late.report?.({ typed: text, told }, onCopy)}
    </section>
  );
}

/** The likeliest causes; the one pressed is what the case takes from the text. */
function Sightings({ told, voice, onText }: { told: Told } & Pick<ReadScreenProps, 'voice' | 'onText'>) {
  const { ui, library } = voice;
  const { sightings } = told;
  if (sightings.length === 0) return null;
  const pick = (one: Sighting, at: number): void => onText(at === 0 ? told : { ...told, sightings: [one] });
  return (
    <ol class="answers">
      {sightings.slice(0, SHOWN).map((one, at) => (
        <li key={one.diagnosis}>
          <button type="button" data-answer={one.diagnosis} onClick={() => pick(one, at)}>
            <span class="answer-title">{library(`title.${one.diagnosis}`)}</span>
            <span class={`certainty certainty-${one.certainty}`}>
              <Icon name={one.certainty} />
              {ui(
                one.certainty === 'exact'
                  ? 'certainty.typed.exact'
                  : `certainty.${one.certainty === 'unsure' ? 'possible' : 'likely'}`,
              )}
            </span>
            <Icon name="forward" />
          </button>
        </li>
      ))}
    </ol>
  );
}
