import { type OptionsVoice, STORED_KINDS, type Stored } from './options-props.ts';

/** What is stored now, kind by kind, with how long it stays. Kinds of which there is nothing are not listed. */
export function StoredList({ stored, voice }: { stored: Stored | null; voice: OptionsVoice }) {
  const say = voice.options;
  const there = STORED_KINDS.filter((kind) => (stored?.[kind] ?? 0) > 0);
  return (
    <>
      <p>{voice.promises('kept')}</p>
      {stored && there.length === 0 && <p data-stored="nothing">{say('stored.nothing')}</p>}
      {stored && there.length > 0 && (
        <dl class="stored">
          {there.map((kind) => (
            <div key={kind} data-stored={kind}>
              <dt>{say(`stored.${kind}`, { count: stored[kind] })}</dt>
              <dd class="page-soft">{say(`stored.${kind}.until`)}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
