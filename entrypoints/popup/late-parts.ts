/** The parts that come after the first paint, each from a chunk of its own. One that cannot be loaded is left out. */
import type { LateParts } from '../../components/popup/popup-props.ts';
import type { Desk } from './desk.ts';

/** Loads the parts in the languages of the settings. */
export async function loadLateParts(desk: Desk): Promise<LateParts> {
  const loads: Promise<LateParts>[] = [
    import('./cost.tsx').then((part) => part.costPart(desk)),
    import('./ways.tsx').then((part) => part.waysParts(desk)),
    import('./bank-code.tsx').then((part) => part.bankCodePart(desk)),
    import('./report.tsx').then((part) => part.reportPart(desk)),
    import('./picture.tsx').then((part) => part.picturePart(desk)),
    // Its words are English: nobody else waits for it.
    ...(desk.settings().screen === 'en' ? [import('./gloss.ts').then((part) => part.glossPart())] : []),
  ];
  const parts = await Promise.all(loads.map((part) => part.catch((): LateParts => ({}))));
  return Object.assign({}, ...parts) as LateParts;
}
