import type { TextPart } from '../../lib/call/text.ts';
import { Button } from '../shared/button.tsx';
import type { SheetSay } from './call-props.ts';

interface TakePanelProps {
  /** How the last copy went, for the screen reader too. */
  copied: 'yes' | 'no' | null;
  parts: readonly TextPart[];
  t: SheetSay;
  onCopy: (part: TextPart) => void;
  onPrint: () => void;
}

/** The sheet to go: copies as plain text, and on paper. */
export function TakePanel({ copied, parts, t, onCopy, onPrint }: TakePanelProps) {
  return (
    <section class="panel take" aria-labelledby="take-title">
      <h2 id="take-title">{t('sheet.take')}</h2>
      <div class="take-buttons">
        {parts.map((part) => (
          <Button key={part} onPress={() => onCopy(part)}>
            {t(`sheet.copy-${part}`)}
          </Button>
        ))}
        <Button onPress={onPrint}>{t('sheet.print')}</Button>
      </div>
      <p role="status" class="copied">
        {copied === null ? '' : t(copied === 'yes' ? 'sheet.copied' : 'sheet.copy-failed')}
      </p>
    </section>
  );
}
