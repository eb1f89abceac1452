/** How the work grows with a hostile text: times are compared within one run, as medians of rounds. */

/** Hostile texts: one sign, parts of the expressions, and mixtures of them, repeated; some behind a beginning. */
const HOSTILE: Readonly<Record<string, string | readonly [beginning: string, part: string]>> = {
  letters: 'a',
  capitals: 'A',
  digits: '7',
  spaces: ' ',
  quotes: '"',
  brackets: ')',
  hyphens: '-',
  underscores: 'A_',
  dots: 'a.',
  mail: 'a@',
  if: '如',
  ifs: '如果',
  future: '将在',
  stops: '。',
  commas: '，',
  anchors: '错误码',
  'anchors and spaces': '错误码    ',
  'anchors and quotes': `错误码"' `,
  ali: 'ALI',
  'ali digits': 'A1I1',
  dotted: 'ACQ.',
  order: 'order-',
  error: 'err-',
  classes: 'is-',
  deadline: '请在',
  confirm: '请确认',
  pay: '支付失败',
  english: 'if the payment ',
  user: 'USER_LIMIT',
  risk: 'RISK_',
  merchant: 'MERCHANT',
  questions: '?',
  mixed: '如果将在12:00 ALI"错误码", payment failed (7) ',
  'an anchor and spaces': ['错误码', ' '],
  'an anchor and quotes': ['错误码', '"'],
  'an anchor and colons': ['error code', ':'],
  'an anchor and letters': ['错误码：', 'a-'],
  'a bracket and spaces': ['(', ' '],
  'a code and dots': ['ACQ', '.'],
  'a code and joints': ['A', '_A'],
  'a deadline': ['请在', '一'],
  'a question': ['支付失败', '怎'],
  'a mail': ['', 'a.'],
  'a word and stops': ['a', '.'],
};
function hostile(kind: string, length: number): string {
  const given = HOSTILE[kind] ?? kind;
  const [beginning, part] = typeof given === 'string' ? ['', given] : given;
  return (beginning + part.repeat(Math.ceil(length / part.length))).slice(0, length);
}

function medianOf(work: () => void, rounds = 3): number {
  const times = Array.from({ length: rounds }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return times.sort((a, b) => a - b)[rounds >> 1]!;
}

/** How many times longer four times the text takes; 0 where it takes next to nothing. Looks again before it says "too long". */
function growth(work: (text: string) => void, kind: string, length: number): number {
  const [short, long] = [hostile(kind, length), hostile(kind, length * 4)];
  const measure = (): number => {
    // Most take next to nothing, and one look tells.
    const much = medianOf(() => work(long), 1) < 3 ? 0 : medianOf(() => work(long));
    return much < 3
      ? 0
      : much /
          Math.max(
            medianOf(() => work(short)),
            0.05,
          );
  };
  let least = measure();
  for (let again = 0; again < 3 && least > 12; again++) least = Math.min(least, measure());
  return least;
}

/** The hostile texts that take much more than four times as long when they are four times as long; empty when all is well. */
export const tooLong = (work: (text: string) => void, length: number, more: readonly string[] = []): string[] =>
  [...Object.keys(HOSTILE), ...more]
    .map((kind) => [kind, growth(work, kind, length)] as const)
    .filter(([, times]) => times > 12)
    .map(([name, times]) => `${name}: ${times.toFixed(1)} times`);
