import './picture-box.css';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { reasonOf, type PictureReason } from '../../lib/understand/picture/problem.ts';
import type { PictureReader } from '../../lib/understand/picture/read-picture.ts';
import { Button } from '../shared/button.tsx';
import type { Voice } from '../shared/voice.ts';
import { markedParts } from './marked-text.ts';

/** What the box is doing. Lives in memory only: neither pictures nor texts are kept. */
type Reading =
  | { state: 'waiting' }
  | { state: 'reading'; at: number; count: number; part: number }
  | { state: 'read'; text: string; failed: PictureReason | null }
  | { state: 'failed'; reason: PictureReason };

interface PictureBoxProps {
  voice: Voice<'picture'>;
  reader: PictureReader;
  /** Pieces of the text that decided the answer, as the lookup gives them. */
  matched: readonly string[];
  /** A picture that is there already and read at once. */
  first?: File | null;
  /** The text read, and again whenever the person corrects it. */
  onText: (text: string) => void;
}

/** Pasted or dropped pictures. A list of files may hold other things too, which are told as such when they are read. */
function filesOf(data: DataTransfer | null): File[] {
  return data ? [...data.files] : [];
}

/** Takes pictures by paste, drop or choice, reads them one after the other, and gives their text to be corrected. */
export function PictureBox({ voice, reader, matched, first = null, onText }: PictureBoxProps) {
  const say = voice.picture;
  const id = useId();
  const [reading, setReading] = useState<Reading>({ state: 'waiting' });
  const stop = useRef<AbortController | null>(null);
  const chosen = useRef<HTMLInputElement>(null);

  async function read(files: readonly File[]): Promise<void> {
    if (!files.length) return;
    stop.current?.abort();
    const own = new AbortController();
    stop.current = own;
    const texts: string[] = [];
    let failed: PictureReason | null = null;
    for (const [place, file] of files.entries()) {
      const at = place + 1;
      const show = (part: number): void => {
        if (stop.current === own) setReading({ state: 'reading', at, count: files.length, part });
      };
      show(0);
      try {
        texts.push((await reader.readPicture(file, { onProgress: show, signal: own.signal })).text);
      } catch (error) {
        failed = reasonOf(error);
        if (failed === 'aborted') break;
      }
    }
    // Another picture came in the meantime: what this one says is no longer wanted.
    if (stop.current !== own) return;
    stop.current = null;
    if (!texts.length) return setReading({ state: 'failed', reason: failed ?? 'no-text' });
    change(texts.join('\n\n'), failed);
  }

  function change(text: string, failed: PictureReason | null = null): void {
    setReading({ state: 'read', text, failed });
    onText(text);
  }

  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const files = filesOf(event.clipboardData);
      if (!files.length) return;
      event.preventDefault();
      void read(files);
    };
    // Anywhere on the page: a picture that misses the box would otherwise replace the page.
    const over = (event: DragEvent): void => event.preventDefault();
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      void read(filesOf(event.dataTransfer));
    };
    document.addEventListener('paste', paste);
    document.addEventListener('dragover', over);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('paste', paste);
      document.removeEventListener('dragover', over);
      document.removeEventListener('drop', drop);
    };
  });

  const started = useRef<File | null>(null);
  useEffect(() => {
    // Once: what is read belongs to the person from then on.
    if (!first || started.current === first) return;
    started.current = first;
    void read([first]);
  });

  // With the box its worker goes too, and the memory of the engine.
  useEffect(
    () => () => {
      stop.current?.abort();
      reader.release();
    },
    [reader],
  );

  const problem = reading.state === 'failed' ? reading.reason : reading.state === 'read' ? reading.failed : null;
  const parts = reading.state === 'read' ? markedParts(reading.text, matched) : [];

  return (
    <section
      class="picture-box"
      data-picture={reading.state}
      data-reason={problem ?? undefined}
      aria-labelledby={`${id}-title`}
    >
      <h2 id={`${id}-title`}>{say('title')}</h2>
      <p class="soft">{say('help')}</p>
      <input
        ref={chosen}
        type="file"
        accept="image/*"
        multiple
        hidden
        data-role="picture-file"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same picture may be chosen again.
          event.currentTarget.value = '';
          void read(files);
        }}
      />
      {reading.state === 'reading' ? (
        <Button onPress={() => stop.current?.abort()}>{say('cancel')}</Button>
      ) : (
        <Button onPress={() => chosen.current?.click()}>{say('choose')}</Button>
      )}
      <div role="status">
        {reading.state === 'reading' && (
          <p>{reading.count > 1 ? say('reading.several', { at: reading.at, count: reading.count }) : say('reading')}</p>
        )}
        {reading.state === 'read' && <p class="picture-done">{say('done')}</p>}
        {problem && <p class="picture-problem">{say(`problem.${problem}`)}</p>}
      </div>
      {reading.state === 'reading' && <progress max={1} value={reading.part} aria-label={say('reading')} />}
      {reading.state === 'read' && (
        <>
          <label for={`${id}-text`}>{say('text')}</label>
          <textarea
            id={`${id}-text`}
            rows={6}
            dir="auto"
            spellcheck={false}
            value={reading.text}
            onInput={(event) => change(event.currentTarget.value)}
          />
          {parts.some((one) => one.marked) && (
            <p class="picture-marked">
              {say('decided')} {parts.map((one) => (one.marked ? <mark key="marked">{one.text}</mark> : one.text))}
            </p>
          )}
        </>
      )}
    </section>
  );
}
