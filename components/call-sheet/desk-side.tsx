import type { CallPlan } from '../../lib/call/script.ts';
import type { TextPart } from '../../lib/call/text.ts';
import type { Party } from '../../lib/library/call-script.ts';
import type { CallDeskProps, CallMemory, SheetSay } from './call-props.ts';
import { KeptPanel, momentIn } from './kept-panel.tsx';
import { NotesPanel } from './notes-panel.tsx';
import { PaymentPanel } from './payment-panel.tsx';
import { SourcesList } from './sources-list.tsx';
import { SupportPanel } from './support-panel.tsx';
import { TakePanel } from './take-panel.tsx';

type Given = Pick<
  CallDeskProps,
  'limits' | 'keeping' | 'keeps' | 'kept' | 'support' | 'sources' | 'failedAt' | 'zones' | 'now' | 'screen'
> &
  Pick<CallDeskProps, 'onDelete' | 'onPrint'>;

interface DeskSideProps extends Given {
  party: Party;
  plan: CallPlan;
  memory: CallMemory;
  zone: string;
  unsaved: boolean;
  copied: 'yes' | 'no' | null;
  /** Digits choose answers. */
  keys: boolean;
  t: SheetSay;
  onKeys: (on: boolean) => void;
  onChange: (change: Partial<CallMemory>) => void;
  onKeepThis: (keep: boolean) => void;
  onCopyPart: (part: TextPart) => void;
  onCopyText: (text: string) => void;
}

/** What stands beside the card: how to reach them, the payment, notes, copies, sources. */
export function DeskSide(props: DeskSideProps) {
  const { party, plan, memory, limits, zone, screen: tag, t, onChange } = props;
  return (
    <div class="call-side">
      <p role="status" class="copied">
        {props.copied === null ? '' : t(props.copied === 'yes' ? 'sheet.copied' : 'sheet.copy-failed')}
      </p>
      {party === 'alipay' && <SupportPanel support={props.support} zone={zone} now={props.now()} tag={tag} t={t} />}
      {party !== 'shop' && (
        <NotesPanel
          memory={memory}
          limits={limits}
          keeping={props.keeping}
          unsaved={props.unsaved}
          keeps={props.keeps}
          t={t}
          onChange={onChange}
          onNow={() => onChange({ callTime: momentIn(tag, props.now()) })}
          onKeep={props.onKeepThis}
        />
      )}
      <PaymentPanel
        memory={memory}
        limits={limits}
        asksTime={props.failedAt === null}
        zone={zone}
        zones={props.zones}
        tag={tag}
        held={party === 'shop'}
        t={t}
        onChange={onChange}
      />
      <TakePanel
        parts={party === 'shop' ? ['full', 'opening'] : ['full', 'opening', 'notes']}
        t={t}
        onCopy={props.onCopyPart}
        onPrint={props.onPrint}
      />
      <KeptPanel kept={props.kept} tag={tag} t={t} onCopy={props.onCopyText} onDelete={props.onDelete} />
      <footer>
        <label class="call-keys wide-only">
          <input type="checkbox" checked={props.keys} onChange={(event) => props.onKeys(event.currentTarget.checked)} />
          {t('desk.keys')}
        </label>
        <SourcesList sources={props.sources[party]} checked={plan.graph.checked} tag={tag} t={t} />
        <p class="soft">{t('sheet.not-affiliated')}</p>
      </footer>
    </div>
  );
}
