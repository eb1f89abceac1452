/**
 * The message among the lines of a screen: a picture that was read, or a page that was copied whole, has a clock, a shop, prices and
 * buttons around it, and a reader that has learned from sentences makes something of each of them.
 */

import { isTelling } from '../detect/telling.ts';

/** From so many lines on a text may be a screen. */
const SCREEN_LINES = 3;
/**
 * The lines of a screen that say something; all of them where the text is no screen, or none of them says anything.
 * @param trouble what lines of errors hold
 */
export function messageLines(text: string, trouble: RegExp): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < SCREEN_LINES) return text;
  const telling = lines.filter((line) => isTelling(line, trouble));
  return telling.length ? telling.join('\n') : text;
}
