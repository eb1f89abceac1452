import { glossOf, type Said } from '../../lib/understand/gloss.ts';
import type { LateParts, PopupVoice } from './popup-props.ts';

interface GlossLineProps {
  said: Said;
  voice: PopupVoice;
  late: Pick<LateParts, 'gloss'>;
}

/** What a quoted message says, for who cannot read it; nothing where there is nothing to add. */
export function GlossLine({ said, voice, late }: GlossLineProps) {
  const gloss = glossOf(said, voice.tag, late.gloss ?? null);
  if (!gloss) return null;
  const words = gloss.kind === 'words' ? gloss.words.join(' · ') : voice.library(gloss.key);
  const kind = gloss.kind === 'words' ? 'words' : gloss.certainty;
  return (
    <span class="gloss" data-gloss={kind}>
      {voice.ui(`gloss.${kind}`, { gloss: words })}
    </span>
  );
}
