/** Which lines around a message say something, and which are its furniture: a label, a name, a price, a footer. */

/** The length of a text in Han characters: letters of alphabets say less, half of one each. */
export const hanLength = (text: string): number => text.length - (text.match(/[\x20-\x7f]/g)?.length ?? 0) / 2;

/** A line as long as this is a sentence. */
const SENTENCE = 16;
/** What is said of the money counts, however short. */
const MONEY =
  /[扣划劃][款了费費走]|已[付扣支]|付了|charged|debit|deduct|\btaken\b|\bheld\b|\bpaid\b|pending|gebucht|belastet|débit|prélev|cobr|cargo|addebit|списа|خصم|سحب|引き落|請求|出金|출금|빠져|승인/i;

/** Whether a line tells of trouble or of money, or is long enough to be a sentence. */
export const isTelling = (line: string, trouble: RegExp): boolean =>
  trouble.test(line) || MONEY.test(line) || hanLength(line) >= SENTENCE;
