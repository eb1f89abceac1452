/**
 * Answers of the gateway that were meant for a program and are shown to a person: JSON, or one line of text. What counts as a failure in them is
 * told by their keys; the words and codes in them are read like those of an error box.
 */

/** What such an answer says, when it tells of a failure. */
export interface BareAnswer {
  /** The answer itself says that it failed; else only known words in it may. */
  failed: boolean;
  /** Messages, the longest first. */
  messages: string[];
  codes: string[];
}

const MAX_ANSWER = 20_000;
const MAX_DEPTH = 6;
const MAX_VALUES = 200;
const MAX_MESSAGE = 320;
/** A longer text is a page that somebody wrote without a mark-up. */
const MAX_PLAIN = 800;
const MAX_LINES = 12;
const MESSAGE_KEY = /(?:msg|message|desc(?:ription)?|reason|memo|tips?|text|title|info|detail|content|error)$/i;
const CODE_KEY = /(?:code|status|state|result|error)$/i;
/** Keys whose words are the payer's or the shop's. */
const FOREIGN_KEY =
  /(?:subject|body|goods|item|product|seller|buyer|shop|store|merchant|remark|order)(?:_?(?:name|title|desc|info|detail))?$/i;
const TRUTH_KEY = /^(?:is_?)?(?:success(?:ful)?|ok|succeeded)$/i;
const ERROR_KEY = /err(?:or)?(?!s?_?(?:count|num))|exception/i;
/** Alipay's own status of a payment: 9000 is paid, the others failed, were given up or are not known (its documentation of payment results). */
const STATUS_KEY = /^result_?status$/i;
const STATUS_BAD = /^(?:4000|5000|600[124]|8000)$/;
/** Values that are no failure. */
const FINE =
  /^(?:0+|1|2\d\d|10000|9000|T|Y|ok|true|null|none|normal|success\w*|\w*_success|paid|finished|wait\w*|init|pending|processing|created|S)$/i;
const BAD =
  /^(?:F|N|false|fail\w*|\w*fail(?:ed|ure)?|error|\w*_error|exception|rejected|refused|declined|denied|closed|4\d{3,4}|[45]\d\d|2000[0-9]|50000)$/i;

/** Reads such an answer; null where nothing failed or it is none. */
export function readBareAnswer(text: string): BareAnswer | null {
  const raw = text.trim().slice(0, MAX_ANSWER);
  const json = /[[{].*[\]}]/s.exec(raw);
  if (json && /^(?:[\w$.]{0,40}\(\s*)?[[{]/.test(raw)) {
    try {
      return fromJson(JSON.parse(json[0]!));
    } catch {
      return null;
    }
  }
  // name=value&name=value, as the oldest interfaces answer.
  if (/^[\w.]+=[^\s<]*$/.test(raw) && raw.includes('&')) return fromJson(Object.fromEntries(new URLSearchParams(raw)));
  if (/^<\?xml|^<\w+>/.test(raw)) {
    const tags = [...raw.matchAll(/<(\w+)>([^<]*)<\/\1>/g)].map((tag): [string, string] => [tag[1]!, tag[2]!]);
    return tags.length ? fromJson(Object.fromEntries(tags)) : null;
  }
  if (raw.length > MAX_PLAIN) return null;
  // A longer one is lines: what failed, then what of.
  const messages = raw.length <= MAX_MESSAGE ? [raw] : raw.split(/\s*\n\s*/).slice(0, MAX_LINES);
  return { failed: /^(?:fail|error)/i.test(raw), messages, codes: [] };
}

function fromJson(value: unknown): BareAnswer | null {
  const messages: string[] = [];
  const codes: string[] = [];
  let failed = false;
  let left = MAX_VALUES;
  const visit = (key: string, one: unknown, depth: number): void => {
    if (--left < 0 || depth > MAX_DEPTH || FOREIGN_KEY.test(key)) return;
    if (one !== null && typeof one === 'object') {
      for (const [inner, held] of Object.entries(one)) visit(Array.isArray(one) ? key : inner, held, depth + 1);
      return;
    }
    const said = one === null || one === undefined ? '' : String(one).trim();
    if (!said) return;
    if (TRUTH_KEY.test(key)) failed ||= /^(?:false|F|N|0)$/i.test(said);
    else if (/^[\w.-]+$/.test(said)) {
      // A reason beside the code of the answer is a failure's.
      if (/^sub_?code$/i.test(key)) failed = true;
      // "bizError": true says it by itself.
      if (ERROR_KEY.test(key) && /^true$/i.test(said)) failed = true;
      if (!CODE_KEY.test(key) || FINE.test(said)) return;
      // "bizError": false says that there is none.
      if (ERROR_KEY.test(key) && /^false$/i.test(said)) return;
      if (
        BAD.test(said) ||
        (STATUS_KEY.test(key) && STATUS_BAD.test(said)) ||
        (ERROR_KEY.test(key) && said !== 'false')
      )
        failed = true;
      if (!/^(?:true|false|\d{1,3})$/.test(said)) codes.push(said);
    } else if (MESSAGE_KEY.test(key)) {
      if (ERROR_KEY.test(key)) failed = true;
      messages.push(said.slice(0, MAX_MESSAGE));
    }
  };
  visit('', value, 0);
  return failed
    ? { failed, messages: messages.sort((a, b) => b.length - a.length).slice(0, 8), codes: codes.slice(0, 8) }
    : null;
}
