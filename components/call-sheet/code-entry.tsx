import './code-entry.css';
import type { CodeAnswer } from '../../lib/call/code.ts';
import type { SheetSay } from './call-props.ts';

interface CodeEntryProps {
  typed: string;
  /** Network the user chose, '' for none. */
  network: string;
  /** What the code means. */
  answer: CodeAnswer;
  limit: number;
  t: SheetSay;
  onType: (typed: string) => void;
  onNetwork: (network: string) => void;
}

/** The code the agent reads out, and what it means. */
export function CodeEntry({ typed, network, answer, limit, t, onType, onNetwork }: CodeEntryProps) {
  const { readings, networks } = answer;
  return (
    <div class="code-entry">
      <div class="field">
        <label for="decline-code">{t('sheet.code')}</label>
        <input
          id="decline-code"
          type="text"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          maxLength={limit}
          value={typed}
          aria-describedby="code-readings"
          onInput={(event) => onType(event.currentTarget.value)}
        />
      </div>
      {networks.length > 0 && (
        <fieldset class="networks">
          <legend>{t('sheet.code-network')}</legend>
          {networks.map(({ id, name }) => (
            <label key={id}>
              <input type="radio" name="network" checked={network === id} onChange={() => onNetwork(id)} />
              {name}
            </label>
          ))}
        </fieldset>
      )}
      <div id="code-readings" role="status">
        {readings.map((one) => (
          <div key={one.id} class="reading" data-code={one.code}>
            <p class="reading-code">
              {one.scheme} {one.code}
            </p>
            <p class="reading-meaning">{one.meaning}</p>
            <p>{one.action}</p>
            <p class="soft">{one.retry}</p>
          </div>
        ))}
        {typed.trim() !== '' && readings.length === 0 && <p class="soft">{t('sheet.code-unknown')}</p>}
      </div>
    </div>
  );
}
