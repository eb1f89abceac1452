import { useId, useState } from 'preact/hooks';
import { Button } from '../shared/button.tsx';
import { Details } from '../shared/details.tsx';
import type { PopupActions, PopupVoice } from './popup-props.ts';
import { type ReportMaker, reportText } from './report-text.ts';
import { reportedOf, type ReportOf } from './reported.ts';

interface ReportProps extends Pick<PopupActions, 'onCopy'> {
  of: ReportOf;
  by: ReportMaker;
  voice: PopupVoice;
}

/** A report of a wrong diagnosis: the exact text, to change and to copy. It goes nowhere by itself. */
export function Report({ of, by, voice, onCopy }: ReportProps) {
  const { ui } = voice;
  const id = useId();
  const [open, setOpen] = useState(false);
  const [edited, setEdited] = useState({ of: '', text: '' });
  const [said, setSaid] = useState<'' | 'done' | 'failed'>('');
  // Written only for who asks: the box above may be typed in still.
  const made = open ? reportText(reportedOf(of), voice, by) : '';
  const text = edited.of === made ? edited.text : made;
  const copy = async (): Promise<void> => setSaid((await onCopy(text)) ? 'done' : 'failed');
  return (
    <Details title={ui('report')} onToggle={setOpen}>
      <p id={id} class="soft">
        {ui('report.help')}
      </p>
      <textarea
        rows={7}
        dir="auto"
        value={text}
        aria-label={ui('report')}
        aria-describedby={id}
        spellcheck={false}
        autocomplete="off"
        data-report
        onInput={(event) => {
          setEdited({ of: made, text: event.currentTarget.value });
          setSaid('');
        }}
      />
      <Button onPress={() => void copy()}>{ui('report.copy')}</Button>
      <p role="status" class="soft report-said">
        {said && ui(`copy.${said}`)}
      </p>
    </Details>
  );
}
