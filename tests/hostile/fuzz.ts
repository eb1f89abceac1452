/** Texts that try to be more than text, the same ones every time: markup, direction marks, signs that hide, words without end, templates. */

/** A generator of numbers from 0 to 1 (mulberry32): a failure can be looked at again. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

type Make = (next: () => number) => string;
const pick = <T>(list: readonly T[], next: () => number): T => list[Math.floor(next() * list.length)]!;
const many =
  (one: string, most: number): Make =>
  (next) =>
    one.repeat(1 + Math.floor(next() * most));

/** Each kind makes a piece of a text. `<x-fuzz>` and `window.fuzzed` tell that markup came to life. */
export const KINDS: Readonly<Record<string, Make>> = {
  markup: (next) =>
    pick(
      [
        '<x-fuzz>a</x-fuzz>',
        '<img src=x onerror="window.fuzzed=1">',
        '<script>window.fuzzed=1</script>',
        '</p></section><x-fuzz>',
        '"><svg onload=window.fuzzed=1><x-fuzz></x-fuzz></svg>',
        "' onclick='window.fuzzed=1",
        '<!-- <x-fuzz> --><style>*{display:none}</style>',
        '<a href="javascript:window.fuzzed=1"><x-fuzz>click</x-fuzz></a>',
        '&lt;x-fuzz&gt;&amp;&#60;x-fuzz&#62;',
        '<iframe srcdoc="<script>parent.fuzzed=1</script>"></iframe>',
        '<textarea></textarea><x-fuzz>',
        ']]><x-fuzz/>',
      ],
      next,
    ),
  bidi: (next) => pick(['\u202eabc\u202c', '\u2066\u2067\u2068x\u2069', '\u200f\u061c-1', '\u202d\u202e'], next),
  hidden: (next) => pick(['\u200b\u200c\u200d', '\ufeff', '\u2060\u00ad', '\u180e', '\ufe0f\ufe0e'], next),
  longWord: many('Donaudampfschifffahrtsgesellschaft', 12),
  longRun: (next) => many(pick(['W', '___', '—', '.', '…', '\u00a0', 'ﷺ', '㎏', '𒐫'], next), 120)(next),
  emoji: (next) => many(pick(['👨‍👩‍👧‍👦', '🏳️‍🌈', '🇨🇳', '👍🏽', '1️⃣', '🫠'], next), 20)(next),
  marks: (next) => `z${'\u0300\u0334\u0489\u20dd'.repeat(1 + Math.floor(next() * 30))}`,
  rightToLeft: (next) => pick(['فشل الدفع', 'התשלום נכשל', 'عربي English 123 עברית', '١٢ x'], next),
  control: (next) =>
    pick(['\u0001\u0007\u001b[31m', '\u0085\u009f', 'a\tb\nc\r\nd', '\u2028\u2029', '\ufffe\uffff'], next),
  template: (next) =>
    pick(
      [
        '{x}',
        '{amount}',
        '{{amount}}',
        '{menu.cards}',
        '${window.fuzzed=1}',
        '%s %d',
        '$1 $& $`',
        '__proto__',
        '{time',
      ],
      next,
    ),
  link: (next) =>
    pick(
      [
        'https://evil.example/pay?a=b#c',
        'javascript:window.fuzzed=1',
        'data:text/html,<x-fuzz>',
        '//evil.example',
        'tel:110',
      ],
      next,
    ),
  broken: (next) => pick(['\ud83d', '\udc00x', '\ud800\ud800'], next),
  words: (next) =>
    pick(['my bank declined the payment', '付款失败', 'card', '银行拒绝', 'I called the bank', '余额不足'], next),
};

export const FUZZED = 1000;
const LONGEST = 240;

/** So many texts, each of a kind of its own in turn, with up to three pieces of others around it. */
export function fuzzedTexts(count = FUZZED, seed = 20_261_128): string[] {
  const next = numbersFrom(seed);
  const kinds = Object.values(KINDS);
  return Array.from({ length: count }, (_, at) => {
    const pieces = [kinds[at % kinds.length]!(next)];
    for (let more = Math.floor(next() * 4); more > 0; more--) pieces.push(pick(kinds, next)(next));
    return pieces
      .sort(() => next() - 0.5)
      .join(pick(['', ' ', '，'], next))
      .slice(0, LONGEST);
  });
}
