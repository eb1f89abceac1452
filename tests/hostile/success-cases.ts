/** The ordinary end of a failure: another try that succeeds, in all the ways in which pages say so. */
import { DECLINED, DIAGNOSIS, DIALOG, ERROR, FRAME_HOST, HEALTHY, HOST, type HostileCase, TOAST } from './kit.ts';

const SENTENCES = {
  zhifu: '支付成功',
  fukuan: '付款成功',
  jiaoyi: '交易成功',
  yizhifu: '您已成功付款',
  done: '支付已完成',
  congratulations: '恭喜您，支付成功！',
  english: 'Payment successful',
  received: 'Your payment was received',
  succeeded: 'Payment succeeded',
  transaction: 'Transaction completed',
};

const quoted = (html: string): string => JSON.stringify(html).replace(/<\//g, '<\\/');
const result = (sentence: string): string => `<div class="result"><h2>${sentence}</h2><p>¥128.00</p></div>`;

type Way = (sentence: string) => Pick<HostileCase, 'html' | 'onHint' | 'later' | 'frames'>;
const WAYS: Readonly<Record<string, Way>> = {
  replaced: (sentence) => ({
    html: `<div id="app">${ERROR}</div>`,
    onHint: `document.getElementById('app').innerHTML = ${quoted(result(sentence))}`,
  }),
  route: (sentence) => ({
    html: `<div id="app">${HEALTHY}${ERROR}</div>`,
    onHint: `history.pushState({}, '', '?step=result'); document.getElementById('app').innerHTML = ${quoted(result(sentence))}`,
  }),
  dialog: (sentence) => ({
    html: `<div id="app">${HEALTHY}</div>${DIALOG}`,
    onHint: `document.getElementById('error').remove(); setTimeout(function () { document.getElementById('app').innerHTML = ${quoted(result(sentence))} }, 600)`,
  }),
  toast: (sentence) => ({
    html: `<div id="app">${HEALTHY}</div>${TOAST}`,
    onHint: `document.getElementById('error').remove(); setTimeout(function () { document.body.insertAdjacentHTML('beforeend', ${quoted(`<div class="adm-toast-mask"><div class="adm-toast-main">${sentence}</div></div>`)}) }, 600)`,
  }),
  text: (sentence) => ({
    html: `<div class="result"><h2 id="title">${DECLINED}</h2></div>`,
    onHint: `document.getElementById('title').firstChild.data = ${quoted(sentence)}`,
  }),
  template: (sentence) => ({
    html: `${HEALTHY}${DIALOG}<div id="ok" style="display:none">${result(sentence)}</div>`,
    onHint: `document.getElementById('error').remove(); document.getElementById('main').style.display = 'none'; document.getElementById('ok').style.display = ''`,
  }),
};

/** Each way with a third of the sentences, each sentence in two ways: how it is said and where are read by different rules. */
const EVERY = 3;
const after = (ways: Readonly<Record<string, Way>>): HostileCase[] =>
  Object.entries(ways).flatMap(([way, make], at) =>
    Object.entries(SENTENCES)
      .filter((_, which) => (at + which) % EVERY === 0)
      .map(([name, sentence]) => ({
        id: `paid-${way}-${name}`,
        ...make(sentence),
        expect: { finding: null, hint: false, paid: true },
      })),
  );

const frame = (id: string): string => `<iframe id="f" width="600" height="300" src="${FRAME_HOST}/${id}-a"></iframe>`;

const FRAMES: HostileCase[] = [
  {
    id: 'frame-removed',
    html: `${HEALTHY}${frame('frame-removed')}`,
    frames: { a: ERROR },
    onHint: `document.getElementById('f').remove()`,
    expect: { finding: null, hint: false },
  },
  {
    id: 'frame-removed-then-paid',
    html: `<div id="app">${HEALTHY}</div>${frame('frame-removed-then-paid')}`,
    frames: { a: ERROR },
    onHint: `document.getElementById('f').remove(); document.getElementById('app').innerHTML = '<div class="result"><h2>支付成功</h2></div>'`,
    expect: { finding: null, hint: false, paid: true },
  },
  {
    id: 'frame-navigates-to-paid',
    html: `${HEALTHY}${frame('frame-navigates-to-paid')}`,
    frames: { a: ERROR, b: '<div class="result"><h2>支付成功</h2></div>' },
    onHint: `document.getElementById('f').src = '${FRAME_HOST}/frame-navigates-to-paid-b'`,
    expect: { finding: null, hint: false, paid: true },
  },
  {
    id: 'frame-navigates-to-nothing',
    html: `${HEALTHY}${frame('frame-navigates-to-nothing')}`,
    frames: { a: ERROR },
    onHint: `document.getElementById('f').src = 'about:blank'`,
    expect: { finding: null, hint: false },
  },
  {
    id: 'frame-hidden-again',
    html: `${HEALTHY}${ERROR}${frame('frame-hidden-again')}`,
    frames: { a: '<div class="error-tip"><p>订单已关闭</p></div>' },
    onHint: `document.getElementById('f').remove()`,
    expect: { finding: DIAGNOSIS, hint: true },
  },
  {
    id: 'page-error-goes-frame-error-stays',
    html: `${HEALTHY}${ERROR}${frame('page-error-goes-frame-error-stays')}`,
    frames: { a: '<div class="error-tip"><p>抱歉，订单已关闭</p></div>' },
    onHint: `setTimeout(function () { document.getElementById('error').remove() }, 1200)`,
    expect: { finding: 'order-closed', hint: true },
  },
  {
    id: 'next-page-says-paid',
    html: `<div id="app">${HEALTHY}${ERROR}</div>`,
    onHint: `location.href = '${HOST}/frame-next-paid'`,
    expect: { finding: null, hint: false, paid: true },
  },
];

/** What success does not end, and what looks like one and is none. */
const NOT_ENDED: HostileCase[] = [
  ['conditional', `${ERROR}<p>支付成功后将自动跳转</p>`],
  ['rate', `${ERROR}<p>银行支付成功率下降</p>`],
  ['hidden-success', `${ERROR}<div style="display:none"><h2>支付成功</h2></div>`],
  ['off-screen-success', `${ERROR}<div style="position:absolute;left:-9999px"><h2>支付成功</h2></div>`],
  ['linked-success', `${ERROR}<a href="/x">支付成功</a>`],
].map(([name, html]) => ({
  id: `still-${name}`,
  html: html!,
  expect: { finding: DIAGNOSIS, hint: true, paid: false },
}));

/** A failure that is plain text beside a success says nothing. */
const SILENT: HostileCase[] = ['支付成功', '付款成功', 'Payment successful'].map((sentence, index) => ({
  id: `beside-success-${index}`,
  html: `<div class="result"><h2>${sentence}</h2></div><p>${DECLINED}</p>`,
  expect: { finding: null, hint: false, paid: false },
}));

/** A failure of its own beside a success: then the money may not be spent again. */
const BESIDE: HostileCase = {
  id: 'still-beside',
  html: `<div class="result"><h2>支付成功</h2></div>${ERROR}`,
  expect: { finding: 'already-paid', hint: true, paid: false },
};

export const SUCCESS_CASES: readonly HostileCase[] = [...after(WAYS), ...FRAMES, ...NOT_ENDED, BESIDE, ...SILENT];
