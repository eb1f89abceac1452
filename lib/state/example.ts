/**
 * An example from the first-run page, put where the case without a page stands, so that popup and call sheet show it as they would
 * show a real one. What the person had told there is set aside and comes back when the example ends.
 */
import { changeStoredCase, readStoredCase } from './case-store.ts';
import { getSession, keepSession, writeSession } from './session.ts';

const KEY = 'example';

async function setAside(): Promise<{ before: unknown } | null> {
  const kept = await getSession(KEY).catch(() => undefined);
  return typeof kept === 'object' && kept !== null ? { before: (kept as { before?: unknown }).before ?? null } : null;
}

/** Shows a case (as `storedCase` writes it) as the example. @returns whether it stands there; never rejects */
export async function startExample(example: unknown): Promise<boolean> {
  try {
    // A second example must not set the first one aside.
    if (!(await setAside())) {
      if (!(await keepSession(KEY, { before: await readStoredCase(null) }))) return false;
    }
    return await changeStoredCase(null, () => example);
  } catch {
    return false;
  }
}

/** Whether an example stands there. Never rejects. */
export const hasExample = async (): Promise<boolean> => (await setAside()) !== null;

/** Takes the example away and puts back what was there before. Without an example nothing happens. Never rejects. */
export async function endExample(): Promise<void> {
  const aside = await setAside();
  if (!aside) return;
  try {
    await changeStoredCase(null, () => aside.before);
    await writeSession(KEY, undefined);
  } catch {
    // It stands until the browser closes; a real case without a page is only asked again.
  }
}
