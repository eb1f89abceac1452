import { Button } from '../shared/button.tsx';
import { Select } from '../shared/select.tsx';
import type { Locale } from '../../lib/i18n/index.ts';
import type { PopupProps } from './popup-props.ts';

interface FooterProps extends Pick<PopupProps, 'voice' | 'bank' | 'muted' | 'onBankLanguage' | 'onUnmute'> {
  languages: readonly { value: Locale; text: string; lang: string }[];
}

/** Settings of the moment, and the two things everyone should know about us. */
export function Footer({ voice, bank, muted, languages, onBankLanguage, onUnmute }: FooterProps) {
  const { ui } = voice;
  return (
    <footer class="bottom">
      {muted && (
        <div class="muted">
          <p>{ui('muted')}</p>
          <Button onPress={onUnmute}>{ui('muted.undo')}</Button>
        </div>
      )}
      <Select
        id="bank-language"
        label={ui('language.bank')}
        value={bank}
        options={languages}
        onChoose={onBankLanguage}
      />
      <p>{ui('footer.never')}</p>
      <p>{ui('footer.unofficial')}</p>
    </footer>
  );
}
