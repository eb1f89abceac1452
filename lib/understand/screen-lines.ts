/**
 * The message among the lines of a screen: a picture that was read, or a page that was copied whole, has a clock, a shop, prices and
 * buttons around it, and a reader that has learned from sentences makes something of each of them.
 */

import { hanLength } from '../detect/han-length.ts';

/** From so many lines on a text may be a screen. */
const SCREEN_LINES = 3;
/** A line shorter than this, in Han characters, that tells of no trouble is a label, a name, a price or a button. */
const FURNITURE = 16;

/**
 * The lines of a screen that say something; all of them where the text is no screen, or none of them says anything.
 * @param trouble what lines of errors hold
 */
export function messageLines(text: string, trouble: RegExp): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < SCREEN_LINES) return text;
  const telling = lines.filter((line) => trouble.test(line) || hanLength(line) >= FURNITURE);
  return telling.length ? telling.join('\n') : text;
}
