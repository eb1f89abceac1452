/** Phone screens as pages of our own: the message of a failure as a dialog, a result, a toast, a sheet, a chat, a record or a page. */
import type { Random } from './random.ts';
import { CHATTER, type ScreenWords, SUCCESS, wordsOf, type Writing } from './words.ts';

export const FAILING_SCREENS = ['dialog', 'result', 'toast', 'sheet', 'chat', 'record', 'page'] as const;
export const INNOCENT_SCREENS = ['success', 'talk', 'weather', 'checkout', 'wordless'] as const;
export type Screen = (typeof FAILING_SCREENS)[number] | (typeof INNOCENT_SCREENS)[number];

export interface ScreenWish {
  screen: Screen;
  writing: Writing;
  dark: boolean;
  /** The message; empty on innocent screens. */
  text: string;
  /** Size of the message's letters in CSS pixels. */
  size: number;
  /** A page of several screens' length. */
  long: boolean;
  /** Which surroundings: 0 are those that the reading was made on. */
  round: number;
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\n/g, '<br>');

function rows(words: ScreenWords, random: Random, count: number): string {
  const shops = [words.shop, 'Family Mart', '711', 'Starbucks'];
  return Array.from({ length: count }, () => {
    const amount = random.between(3, 400).toFixed(2);
    const day = Math.ceil(random.between(1, 28));
    return `<div class="row"><span>${random.pick(shops)}<small>2026-11-${String(day).padStart(2, '0')} 14:${Math.ceil(random.between(10, 58))}</small></span><b>¥${amount}</b></div>`;
  }).join('');
}

function fields(words: ScreenWords, random: Random): string {
  const amount = random.between(3, 900).toFixed(2);
  return [
    [words.shop, 'Family Mart'],
    [words.method, words.card],
    [words.time, '2026-11-18 14:02:11'],
    [words.amount, `¥${amount}`],
  ]
    .map(([name, value]) => `<div class="row"><span>${name}</span><span>${value}</span></div>`)
    .join('');
}

const checkout = (words: ScreenWords, random: Random): string =>
  `<p class="price">¥${random.between(3, 900).toFixed(2)}</p>${fields(words, random)}<p class="main">${words.confirm}</p>`;

const bubbles = (lines: readonly [side: 'me' | 'you', text: string][]): string =>
  lines.map(([side, text]) => `<div class="line ${side}"><i></i><p>${text}</p></div>`).join('');

function body(wish: ScreenWish, random: Random): string {
  const words = wordsOf(wish.writing, wish.round);
  const text = `<span class="said">${escaped(wish.text)}</span>`;
  const chatter = CHATTER[wish.writing];
  const before = wish.long ? rows(words, random, 24) : '';
  const after = wish.long ? rows(words, random, 30) : '';
  switch (wish.screen) {
    case 'dialog':
      return `${checkout(words, random)}${after}<div class="veil"><div class="box">${text}<div class="buttons"><u>${words.other}</u><u>${words.know}</u></div></div></div>`;
    case 'result':
      return `${before}<div class="result"><i class="sign">!</i>${text}</div><p class="main">${words.know}</p><p class="main plain">${words.other}</p>${after}`;
    case 'toast':
      return `${checkout(words, random)}<div class="toast">${text}</div>`;
    case 'sheet':
      return `${checkout(words, random)}<div class="veil low"><div class="sheet"><h2>${words.detail}</h2>${text}<p class="main">${words.know}</p></div></div>`;
    case 'chat':
      return bubbles([
        ['you', words.hello],
        ['me', words.ask],
        ['me', text],
        ['you', words.thanks],
      ]);
    case 'record':
      return `${before}<h2>${words.order}</h2><p class="price">¥${random.between(3, 900).toFixed(2)}</p><p class="status">${text}</p>${fields(words, random)}${after}`;
    case 'page':
      return `${before}<h2>${words.result}</h2><p>${text}</p><hr>${fields(words, random)}${after}<p class="main">${words.other}</p>`;
    case 'success': {
      const { title, lines } = SUCCESS[wish.writing];
      return `<div class="result"><i class="sign good">✓</i><span class="said">${title}</span></div><p class="price">¥${random.between(3, 900).toFixed(2)}</p>${lines.map((line) => `<div class="row">${line}</div>`).join('')}<p class="main">${words.done}</p>`;
    }
    case 'talk':
      return bubbles(
        Array.from({ length: 5 }, (_, at): ['me' | 'you', string] => [at % 2 ? 'me' : 'you', random.pick(chatter)]),
      );
    case 'weather':
      return `<h2>${words.search}</h2><p class="price">${Math.round(random.between(4, 33))}°</p>${rows({ ...words, shop: 'Shanghai' }, random, 6)}<p>${random.pick(chatter)}</p>`;
    case 'checkout':
      return checkout(words, random);
    case 'wordless': {
      const shapes = Array.from({ length: 14 }, () => {
        const [x, y, size, hue] = [
          random.between(-10, 90),
          random.between(-5, 95),
          random.between(8, 60),
          random.between(0, 360),
        ];
        return `<i class="shape" style="left:${x}%;top:${y}%;width:${size}vw;height:${size * random.between(0.4, 1.6)}vw;background:hsl(${hue} 60% ${random.between(25, 75)}%);border-radius:${random.between(0, 50)}%"></i>`;
      });
      return shapes.join('');
    }
  }
}

const LOOK = `
*{box-sizing:border-box;margin:0}
html{font:16px "Noto Sans","Noto Sans CJK SC",sans-serif}
html[lang=zh-Hant]{font-family:"Noto Sans","Noto Sans CJK TC",sans-serif}
body{min-height:100vh;background:var(--back);color:var(--ink);position:relative;overflow-x:hidden}
.state{display:flex;justify-content:space-between;padding:6px 16px;font-size:12px}
.top{text-align:center;padding:10px;font-size:17px;font-weight:500;background:var(--top);color:var(--topink)}
main{padding:14px 16px}
h2{font-size:17px;padding:10px 0}
.price{font-size:34px;text-align:center;padding:22px 0;font-weight:600}
.row{display:flex;justify-content:space-between;padding:12px 0;border-bottom:1px solid var(--line);font-size:15px}
.row small{display:block;color:var(--soft);font-size:11px}
.main{background:#1677ff;color:#fff;text-align:center;border-radius:8px;padding:11px;margin:18px 0 0;font-size:16px}
.main.plain{background:none;color:#1677ff;border:1px solid #1677ff}
.said{font-size:var(--size);line-height:1.5}
.veil{position:fixed;inset:0;background:#000a;display:flex;align-items:center;justify-content:center}
.veil.low{align-items:flex-end}
.box{background:var(--box);width:76%;border-radius:14px;text-align:center;padding:24px 18px 0}
.buttons{display:flex;margin:20px -18px 0;border-top:1px solid var(--line)}
.buttons u{flex:1;padding:12px;text-decoration:none;color:#1677ff;font-size:17px}
.sheet{background:var(--box);width:100%;border-radius:14px 14px 0 0;padding:14px 16px 28px}
.toast{position:fixed;left:50%;top:44%;transform:translate(-50%,-50%);background:#000c;color:#fff;border-radius:8px;padding:14px 18px;max-width:74%;text-align:center}
.result{text-align:center;padding:34px 6px}
.sign{display:block;width:60px;height:60px;border-radius:50%;background:#ff8f1f;color:#fff;font:600 38px/60px sans-serif;margin:0 auto 18px}
.sign.good{background:#00b578}
.status{text-align:center;color:#e8541e;padding:0 0 16px}
.line{display:flex;gap:8px;margin:12px 0}
.line i{flex:none;width:36px;height:36px;border-radius:6px;background:#7aa7d9}
.line p{background:var(--box);border-radius:8px;padding:9px 12px;max-width:74%}
.line.me{flex-direction:row-reverse}
.line.me p{background:#95ec69;color:#111}
.shape{position:absolute}
hr{border:0;border-top:1px solid var(--line);margin:12px 0}
`;

/** The whole page of a screen. */
export function screenPage(wish: ScreenWish, random: Random): string {
  const colours = wish.dark
    ? '--back:#111;--ink:#e6e6e6;--top:#1b1b1b;--topink:#e6e6e6;--box:#262626;--line:#333;--soft:#888'
    : '--back:#f5f5f5;--ink:#1f1f1f;--top:#fff;--topink:#1f1f1f;--box:#fff;--line:#e5e5e5;--soft:#999';
  const clock = `${Math.floor(random.between(8, 22))}:${Math.floor(random.between(10, 59))}`;
  const frame =
    wish.screen === 'wordless'
      ? ''
      : `<div class="state"><span>${clock}</span><span>5G ${Math.round(random.between(20, 99))}%</span></div><div class="top">${wish.screen === 'chat' || wish.screen === 'talk' ? wordsOf(wish.writing, wish.round).service : wordsOf(wish.writing, wish.round).cashier}</div>`;
  return `<!doctype html><html lang="${wish.writing}" style="${colours};--size:${wish.size}px"><meta charset="utf-8"><style>${LOOK}</style><body>${frame}<main>${body(wish, random)}</main></body></html>`;
}
