import type { TextPart } from '../../lib/call/text.ts';
import { Button } from '../shared/button.tsx';
import type { SheetSay } from './call-props.ts';

interface TakePanelProps {
  parts: readonly TextPart[];
  t: SheetSay;
  onCopy: (part: TextPart) => void;
  onPrint: () => void;
}

/** The sheet to go: copies as plain text, on paper, or as a PDF that the browser's print dialog saves. */
export function TakePanel({ parts, t, onCopy, onPrint }: TakePanelProps) {
  return (
    <section class="panel take" aria-labelledby="take-title">
      <h2 id="take-title">{t('sheet.take')}</h2>
      <div class="take-buttons">
        {parts.map((part) => (
          <Button key={part} onPress={() => onCopy(part)}>
            {t(`sheet.copy-${part}`)}
          </Button>
        ))}
        <Button onPress={onPrint}>{t('desk.print')}</Button>
      </div>
    </section>
  );
}
