/** Wires what earlier tries of the session say about this one. In the popup's first chunk: a warning must not come late. */
import type { ComponentChildren } from 'preact';
import { AttemptBox } from '../../components/popup/attempt-box.tsx';
import type { PopupVoice } from '../../components/popup/popup-props.ts';
import { MAYBE_PAID, REPEAT_FACTS, weighAttempts, type PresentFailure } from '../../lib/case/attempts.ts';
import { factsOf, type AdviceLibrary } from '../../lib/case/advice.ts';
import { forgetAttempts, readAttempts, type Attempt } from '../../lib/state/attempts.ts';

const SITE = 'alipay.com';

export const readTries = (now: number): Promise<Attempt[]> => readAttempts(SITE, now);

/**
 * The box for what the attempts say, or null where they say nothing.
 * @param onForgotten called with what is left once the user has looked for the earlier payment
 */
export function attemptBox(
  attempts: readonly Attempt[],
  present: PresentFailure | null,
  library: AdviceLibrary | null,
  voice: PopupVoice,
  onForgotten: (left: Attempt[]) => void,
): ComponentChildren {
  const weighed = weighAttempts(attempts, present, Date.now());
  if (weighed.warning === null) return null;
  const { facts, sources } = library ? factsOf(REPEAT_FACTS, library) : { facts: [], sources: [] };
  return (
    <AttemptBox
      attempts={weighed}
      facts={facts}
      sources={sources}
      voice={voice}
      both={present !== null && MAYBE_PAID.includes(present.diagnosis)}
      onChecked={() => {
        void forgetAttempts(SITE, MAYBE_PAID);
        onForgotten(attempts.filter((one) => !MAYBE_PAID.includes(one.diagnosis)));
      }}
    />
  );
}
