import './fee-panel.css';
import { useId, useState } from 'preact/hooks';
import type { NamedSource } from '../../lib/case/advice.ts';
import { feeFor, FEE_RULE, readAmount, ROUGH_CNY_PER_USD, type Fee } from '../../lib/pay/fees.ts';
import type { Voice } from '../shared/voice.ts';
import { SourceList } from './source-list.tsx';

interface FeePanelProps {
  voice: Voice<'ui'>;
  /** Where the figures come from, and the day the oldest of them was checked. */
  sources: readonly NamedSource[];
  checked: string;
}

/** More characters than any amount has. */
const LIMIT = 20;
/** A bill is split in two or three, not in ten: many small payments in a row look odd to a bank. */
const MOST_PARTS = 3;

/** An amount as far as it is typed: "12." and "¥" are not wrong yet. */
function amountSoFar(text: string): number | null | 'nothing' {
  const typed = text.trim();
  if (/^[¥￥]?$/u.test(typed)) return 'nothing';
  return readAmount(typed) ?? readAmount(typed.replace(/[.,]$/, ''));
}

/** What one payment costs with a foreign card. What is typed lives in this box alone. */
export function FeePanel({ voice, sources, checked }: FeePanelProps) {
  const { ui } = voice;
  const id = useId();
  const [text, setText] = useState('');
  const amount = amountSoFar(text);
  const fee = typeof amount === 'number' ? feeFor(amount) : null;
  const bad = amount !== 'nothing' && fee === null;
  return (
    <div class="cost">
      <div class="cost-entry">
        <label for={id}>{ui('cost.label')}</label>
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autocomplete="off"
          maxLength={LIMIT}
          value={text}
          aria-invalid={bad}
          aria-describedby={`${id}-help`}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <p id={`${id}-help`} class="soft">
          {ui('cost.help')}
        </p>
      </div>
      <div role="status" class="cost-answer">
        {bad && <p class="cost-bad">{ui('cost.bad')}</p>}
        {fee && <Costs fee={fee} voice={voice} />}
      </div>
      <p class="soft">{ui('cost.confirm')}</p>
      <SourceList sources={sources} checked={checked} voice={voice} />
    </div>
  );
}

function Costs({ fee, voice }: { fee: Fee; voice: Voice<'ui'> }) {
  const { ui, tag } = voice;
  const { threshold, percent, bankPercentMost } = FEE_RULE;
  const yuan = (value: number, whole = false): string =>
    new Intl.NumberFormat(tag, {
      style: 'currency',
      currency: 'CNY',
      currencyDisplay: 'narrowSymbol',
      ...(whole ? { maximumFractionDigits: 0 } : {}),
    }).format(value);
  const limit = ({ usd, cny }: Fee['limits'][number]) => ({
    usd: new Intl.NumberFormat(tag).format(usd),
    cny: yuan(cny, true),
  });
  const over = fee.limits.filter((one) => one.over);
  return (
    <dl>
      <dt>{ui('cost.fee')}</dt>
      <dd>
        <strong>{fee.free ? ui('cost.fee.none') : ui('cost.about', { amount: yuan(fee.fee) })}</strong>
        <span class="soft">{ui(fee.free ? 'cost.fee.free' : 'cost.fee.why', { percent, threshold })}</span>
        {fee.parts > 1 && fee.parts <= MOST_PARTS && (
          <span class="soft">{ui('cost.fee.split', { count: fee.parts, threshold })}</span>
        )}
      </dd>
      <dt>{ui('cost.total')}</dt>
      <dd>
        <strong>{fee.free ? yuan(fee.total) : ui('cost.about', { amount: yuan(fee.total) })}</strong>
      </dd>
      <dt>{ui('cost.bank')}</dt>
      <dd>
        <strong>{ui('cost.bank.range', { amount: yuan(fee.bankFeeMost) })}</strong>
        <span class="soft">{ui('cost.bank.why', { percent: bankPercentMost })}</span>
      </dd>
      <dt>{ui('cost.limits')}</dt>
      <dd>
        {over.length > 0 && (
          <ul class="plain">
            {over.map((one) => (
              <li key={one.id}>{ui(`cost.limit.${one.id}`, limit(one))}</li>
            ))}
          </ul>
        )}
        {over.length === 0 && <span>{ui('cost.limit.none', limit(fee.limits[0]!))}</span>}
        <span class="soft">{ui('cost.rate', { rate: ROUGH_CNY_PER_USD })}</span>
      </dd>
    </dl>
  );
}
