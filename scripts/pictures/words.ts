/** What stands on a phone's screen around the message, in the three writings. None of it may tell of a failure. */
export type Writing = 'en' | 'zh-CN' | 'zh-Hant';

export interface ScreenWords {
  cashier: string;
  confirm: string;
  know: string;
  other: string;
  amount: string;
  method: string;
  card: string;
  shop: string;
  order: string;
  time: string;
  done: string;
  result: string;
  service: string;
  hello: string;
  ask: string;
  thanks: string;
  detail: string;
  search: string;
}

const WORDS: Readonly<Record<Writing, ScreenWords>> = {
  en: {
    cashier: 'Alipay',
    confirm: 'Pay now',
    know: 'OK',
    other: 'Back',
    amount: 'Amount',
    method: 'Payment method',
    card: 'Visa (4242)',
    shop: 'Store',
    order: 'Order details',
    time: 'Created',
    done: 'Done',
    result: 'Result',
    service: 'Customer service',
    hello: 'Hello, how can I help you today?',
    ask: 'I see this on my phone',
    thanks: 'Thank you, one moment please.',
    detail: 'Details',
    search: 'Search',
  },
  'zh-CN': {
    cashier: '支付宝收银台',
    confirm: '确认付款',
    know: '我知道了',
    other: '返回',
    amount: '金额',
    method: '付款方式',
    card: '招商银行储蓄卡(4242)',
    shop: '便利店',
    order: '订单信息',
    time: '创建时间',
    done: '完成',
    result: '结果',
    service: '在线客服',
    hello: '您好，请问有什么可以帮您？',
    ask: '手机上显示这个',
    thanks: '好的，请稍等。',
    detail: '详情',
    search: '搜索',
  },
  'zh-Hant': {
    cashier: '支付寶收銀台',
    confirm: '確認付款',
    know: '我知道了',
    other: '返回',
    amount: '金額',
    method: '付款方式',
    card: '銀行卡(4242)',
    shop: '便利店',
    order: '訂單資訊',
    time: '建立時間',
    done: '完成',
    result: '結果',
    service: '線上客服',
    hello: '您好，請問有什麼可以幫您？',
    ask: '手機上顯示這個',
    thanks: '好的，請稍等。',
    detail: '詳情',
    search: '搜尋',
  },
};

/** Other surroundings, for pictures that the reading was not made on. */
const OTHERS: Readonly<Record<Writing, Partial<ScreenWords>>> = {
  en: {
    cashier: 'Checkout',
    confirm: 'Confirm',
    know: 'Got it',
    other: 'Cancel',
    amount: 'Order total',
    method: 'Pay with',
    card: 'Mastercard ending 8817',
    shop: 'Tea house',
    order: 'Your order',
    service: 'Support chat',
    hello: 'Good afternoon, this is Lily. What can I do for you?',
    ask: 'This came up just now',
    thanks: 'I will have a look.',
    detail: 'About this order',
  },
  'zh-CN': {
    cashier: '收银台',
    confirm: '立即付款',
    know: '确定',
    other: '取消',
    amount: '订单金额',
    method: '支付方式',
    card: '中国银行信用卡(8817)',
    shop: '茶餐厅',
    order: '交易详情',
    service: '客服小李',
    hello: '你好呀，有什么需要帮忙的吗？',
    ask: '刚才弹出来这个',
    thanks: '我帮您看一下。',
    detail: '提示',
  },
  'zh-Hant': {
    cashier: '收銀台',
    confirm: '立即付款',
    know: '確定',
    other: '取消',
    amount: '訂單金額',
    method: '支付方式',
    card: '中國銀行信用卡(8817)',
    shop: '茶餐廳',
    order: '交易詳情',
    service: '客服小李',
    hello: '你好，有什麼需要幫忙的嗎？',
    ask: '剛才跳出這個',
    thanks: '我幫您看一下。',
    detail: '提示',
  },
};

/** What stands around the message in a round of pictures. */
export const wordsOf = (writing: Writing, round: number): ScreenWords =>
  round === 0 ? WORDS[writing] : { ...WORDS[writing], ...OTHERS[writing] };

/** Messages of other people and other things: what stands on screens that have nothing to do with a payment. */
export const CHATTER: Readonly<Record<Writing, readonly string[]>> = {
  en: [
    'Are we still meeting at the museum at ten?',
    'The train leaves from platform 7, I am already there.',
    'Dinner was lovely, thank you for the noodles!',
    'It rains in Shanghai until Thursday.',
    'Can you send me the pictures of the garden?',
    'My flight lands at 21:40, terminal 2.',
    'Happy birthday! See you on Sunday.',
  ],
  'zh-CN': [
    '我们十点在博物馆门口见吧',
    '高铁从七号站台出发，我已经到了',
    '昨天的面条真好吃，谢谢你！',
    '上海这周一直下雨，记得带伞',
    '把花园的照片发给我好吗',
    '飞机晚上九点四十到二号航站楼',
    '生日快乐，周日见',
  ],
  'zh-Hant': [
    '我們十點在博物館門口見吧',
    '高鐵從七號月台出發，我已經到了',
    '昨天的麵真好吃，謝謝你！',
    '台北這週一直下雨，記得帶傘',
    '把花園的照片傳給我好嗎',
    '飛機晚上九點四十到第二航廈',
    '生日快樂，週日見',
  ],
};

export const SUCCESS: Readonly<Record<Writing, { title: string; lines: readonly string[] }>> = {
  en: { title: 'Payment successful', lines: ['Paid to Corner Store', 'Payment method Visa (4242)', 'View order'] },
  'zh-CN': { title: '支付成功', lines: ['收款方 便利店', '付款方式 银行卡(4242)', '查看订单'] },
  'zh-Hant': { title: '支付成功', lines: ['收款方 便利店', '付款方式 銀行卡(4242)', '查看訂單'] },
};
