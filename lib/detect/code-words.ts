/**
 * How printed codes are introduced. One list for all that asks: the reader of codes, the reader of pages (a line that calls itself an
 * error code), and the gate, which must let such texts through.
 */

/** Words that introduce a printed code. A space may be nothing, a space, a hyphen or an underscore on the page. */
export const CODE_WORDS: readonly string[] = [
  '错误码',
  '错误代码',
  '錯誤碼',
  '錯誤代碼',
  '异常码',
  '異常碼',
  '返回码',
  '响应码',
  '状态码',
  '原因码',
  '错误编号',
  'error code',
  'err code',
  'reason code',
  'resultstatus',
  'cause code',
  'sub code',
];

/** The same as the source of a regular expression. */
export const CODE_WORD = `(?:${CODE_WORDS.map((word) => word.replace(' ', '[\\s_-]?')).join('|')})`;

/** A message whose number in brackets is a code: 人气太旺啦 … (6). */
export const CROWDED = { words: '人气太旺', code: '(6)' } as const;
