/** Wires the reading of pictures: the box, its worker, and the lookup that says which part of the text decided. */
import { PictureBox } from '../../components/picture/picture-box.tsx';
import type { LateParts } from '../../components/popup/popup-props.ts';
import { voiceOf } from '../../components/shared/voice.ts';
import { loadWords } from '../../lib/i18n/load.ts';
import { makePictureReader } from '../../lib/understand/picture/read-picture.ts';
import { startPictureWorker } from '../../lib/understand/picture/start-worker.ts';
import type { Desk } from './desk.ts';

const reader = makePictureReader(startPictureWorker);

/** The worker is started by the first picture, so the part itself costs a few bytes. */
export async function picturePart(desk: Desk): Promise<LateParts> {
  const { screen } = desk.settings();
  const voice = voiceOf(screen, { picture: await loadWords(screen, 'picture') });
  return {
    picture: (matched, onText, first) => (
      <PictureBox voice={voice} reader={reader} matched={matched} first={first} onText={onText} />
    ),
  };
}
