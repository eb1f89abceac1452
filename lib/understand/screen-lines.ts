/**
 * The message among the lines of a screen: a picture that was read, or a page that was copied whole, has a clock, a shop, prices and
 * buttons around it, and a reader that has learned from sentences makes something of each of them.
 */

import { isTelling } from '../detect/telling.ts';

/** From so many lines on a text may be a screen. */
const SCREEN_LINES = 3;
/** So many lines of which none says anything are a checkout, a menu or a list. */
const ONLY_LABELS = 6;
/** What messages of screens say besides the words of errors, also where a picture was read with a letter missing. */
const OF_SCREENS =
  /未[完通成]|太忙|[过過]期|超[限出过過]|已被|已?取消|[关關][闭閉]|[频頻]繁?|[过過]多|太多|[冻凍]|有[误誤]|不支|exceed|expired|closed|frozen|abnormal|temporarily|authentication|problem/i;
/** What stands alone on a button offers to cancel or to close; it does not say that somebody did. */
const BUTTON =
  /^[^\p{L}]*(?:取消|[关關][闭閉]|[确確][定认認]|返回|知道了|我知道了|完成|cancel|close|back|ok|okay|got it|done)[^\p{L}]*$/iu;
/**
 * The lines of a screen that say something; all of them where the text is no screen or a small one, and none of a screen of labels.
 * @param trouble what lines of errors hold
 */
export function messageLines(text: string, trouble: RegExp): string {
  const all = text.split('\n').filter((line) => line.trim() !== '');
  const lines = all.length > 1 ? all.filter((line) => !BUTTON.test(line)) : all;
  if (lines.length < SCREEN_LINES) return lines.length < all.length ? lines.join('\n') : text;
  const telling = lines.filter((line) => isTelling(line, trouble) || OF_SCREENS.test(line));
  if (telling.length) return telling.join('\n');
  return all.length >= ONLY_LABELS ? '' : lines.join('\n');
}
