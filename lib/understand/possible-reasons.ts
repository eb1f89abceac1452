/**
 * What a message lists as possible or usual reasons is no reason of this failure, and a friendly reminder below it none at all: both name causes
 * as surely as the message could.
 */

const POSSIBLE =
  /(?:常见|常見|可能)的?(?:原因|情形|情况|情況)(?:有|如下|包括)?|\b(?:possible|common|usual|most likely) (?:reasons|causes)\b|(?:mögliche|häufige) (?:gründe|ursachen)|(?:causes|raisons) (?:possibles|fréquentes|habituelles)|posibles (?:motivos|causas|razones)|(?:causas|motivos) (?:posibles|frecuentes|habituales)|possíveis (?:motivos|causas)|possibili (?:cause|motivi)|возможные причины|考えられる(?:原因|理由)|주요 (?:원인|사유)|가능한 (?:원인|사유)|الأسباب المحتملة|(?:kemungkinan )?penyebab(?:nya)? (?:yang mungkin|umum)|(?:các )?nguyên nhân (?:có thể|thường gặp)|สาเหตุที่(?:เป็นไปได้|พบบ่อย)|olası nedenler|możliwe (?:przyczyny|powody)|mogelijke (?:oorzaken|redenen)/iu;
const REMINDER =
  /^[^\p{L}]*(?:(?:温馨|溫馨|友情|特别)提[示醒]|tips?|reminder|please note|hinweis|tipp|astuce|bon à savoir|consejo|dica|consiglio|совет|ヒント|ご案内|팁|안내) ?[:：]./iu;

/** The lines of a message without reminders below its first line, and up to what lists possible reasons; as they are where nothing else is left. */
export function withoutPossible(lines: string): string {
  const all = lines.split('\n');
  const kept = all.filter((line, at) => at === 0 || !REMINDER.test(line)).join('\n');
  const list = POSSIBLE.exec(kept);
  const left = list ? kept.slice(0, list.index).trim() : kept;
  return left === '' ? lines : left;
}
