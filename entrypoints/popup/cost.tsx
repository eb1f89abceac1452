/** Wires "What will it cost?": the figures' sources come from the library, the amount stays in the panel. */
import { FeePanel } from '../../components/popup/fee-panel.tsx';
import type { LateParts } from '../../components/popup/popup-props.ts';
import { factsOf } from '../../lib/case/advice.ts';
import { LIMITS } from '../../lib/pay/fees.ts';
import type { Desk } from './desk.ts';

const FACTS = ['fee', 'fee-of-bank', ...new Set(LIMITS.map((one) => one.fact))];

export function costPart(desk: Desk): LateParts {
  return {
    cost() {
      const { sources, checked } = factsOf(FACTS, desk.library());
      return <FeePanel voice={desk.voice()} sources={sources} checked={checked} />;
    },
  };
}
