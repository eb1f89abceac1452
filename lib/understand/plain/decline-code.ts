/**
 * A decline code that the bank named, inside other words: "the agent read me decline code 51", "银行说拒付代码是51". The code says more than the
 * word "declined" beside it, and the same as the field for codes on the call sheet. A number that nobody calls a code is none.
 */
import { fold, pattern } from './fold.ts';
import { BANK, NOT, UNREAL } from './words.ts';

/** What only a code of the bank is called. */
const NAMES = [
  '(?<!\\p{L})(?:(?:declined?|response|refusal|denial|reject(?:ion)?|reason|return|result|issuer|bank) ?(?:reason |response )?codes?',
  'ablehnungs(?:code|grund)|antwortcode|code(?: de)? (?:refus|reponse|motif|retour)|motif de refus',
  'codigo(?: de)? (?:rechazo|respuesta|denegacion|recusa|resposta|retorno)|codice(?: di)? (?:rifiuto|risposta|errore)',
  'код(?:ом)? (?:отказа|ответа|ошибки)|red kodu|kod odmowy|weigeringscode|(?:kode|kod) (?:penolakan|tolak|respons)|ma tu choi)',
  '拒[付绝](?:代)?码|拒[付绝]代码|返回码|应答码|响应码|拒否コード|返答コード|거절 ?코드|응답 ?코드|(?:رمز|كود) (?:الرفض|الاستجابه)',
].join('|');
/** Any code: a bank's where a bank or a refusal is spoken of, and nothing of codes that one types. */
const ANY = '(?<!\\p{L})(?:codes?|codigo|codice|код(?:ом)?|kode?|respon[sc]e|antwort)|代码|コード|코드|رمز|كود';
const IS = '(?:[ ::#=「“"\'(]|is|was|saying|number|nr|no|ist|war|lautet|est|es|e|era|это|是|为|が|は|는|은|이|가|هو)*';
const CODE = '([0-9][0-9a-z])(?![\\p{L}\\p{N}]|[.,:][0-9])';
const after = (names: string): RegExp => new RegExp(`(?:${names})${IS}${CODE}`.normalize('NFKC'), 'u');
const NAMED = after(NAMES);
const SAID = after(ANY);
const REFUSES = pattern({
  whole: 'declin*|refus*|reject*|abgelehnt|ablehn*|rechaz*|deneg*|recus*|rifiut*|отказ*|отклон*|host|issuer',
  anywhere: '拒|返回|应答|거절|رفض',
});
const TYPED = pattern({
  whole:
    'verification|security|sms|otp|one-time|cvv|cvc|pin|qr|zip|postal|country|promo\\p{L}*|sicherheits\\p{L}*|verification|securite|seguridad|seguranca|sicurezza|подтвержден\\p{L}*|безопасност\\p{L}*',
  anywhere: '验证|安全码|校验|認証|セキュリティ|인증|보안|التحقق|الامان',
});
/** Behind a number these make it an amount or a time. */
const AMOUNT =
  /^[\s-]*(?:%|yuan|rmb|cny|usd|eur|euros?|dollars?|hours?|minutes?|days?|times?|元|块|次|分|小时|天|円|원)/u;
/** A text may name a code so far after a "not" that it is denied. */
const BEFORE = 12;
/** ... and so far after an "if" or a "may" it was not named. */
const SAME_SENTENCE = 40;

/** The code, in capitals, or null. */
export function declineCodeIn(text: string): string | null {
  const folded = fold(text);
  const isBanks = (BANK.test(folded) || REFUSES.test(folded)) && !TYPED.test(folded);
  const found = NAMED.exec(folded) ?? (isBanks ? SAID.exec(folded) : null);
  if (!found || AMOUNT.test(folded.slice(found.index + found[0].length))) return null;
  const before = (reach: number): string => folded.slice(Math.max(0, found.index - reach), found.index);
  return NOT.test(before(BEFORE)) || UNREAL.test(before(SAME_SENTENCE)) ? null : found[1]!.toUpperCase();
}
