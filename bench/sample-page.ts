/**
 * Pages to read: checkout markup of any size, made of the words and the nesting such pages have, always the same for the same size.
 * They share their vocabulary with failure messages (bank, card, payment, limit, order), because a page without it is read too easily.
 */

/** `innocent`: nothing failed, no phrase of any library stands in it. `failing`: the given phrases stand in it, each once. */
export type PageKind = 'innocent' | 'failing';

export interface SamplePage {
  html: string;
  /** The text of its body as `textContent` gives it. */
  text: string;
  elements: number;
}

/** Small numbers that look random and are the same on every machine (xorshift). */
function makeNumbers(seed: number): (below: number) => number {
  let state = seed | 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const BANKS = [
  '中国银行',
  '招商银行',
  '浦发银行',
  '中信银行',
  '平安银行',
  '光大银行',
  '兴业银行',
  '民生银行',
  '廣發銀行',
  'Hang Seng',
  'Revolut',
  'Wise',
];
const SHOPS = [
  '林间书店',
  '青岚茶业',
  '光影家居',
  '晨光書局',
  '北山户外',
  '海角咖啡',
  'Harbour Lights',
  '木棉花艺',
  '小满厨具',
  '云上自行车',
];
const GOODS = [
  '台灯 护眼 暖光',
  '手冲壶 600 毫升',
  '帆布双肩包',
  '棉麻床单四件套',
  '机械键盘 87 键',
  '登山杖 一对',
  '有机龙井 250 克',
  'Ceramic mug, set of four',
  '蓝牙耳机 白色',
  '儿童绘本 十册',
];
const NOTES = [
  '优先使用此卡',
  '可享立减',
  '新用户专享',
  '本月已省 36 元',
  '支持分期',
  '免手续费',
  '含运费险',
  '七天包退',
  '积分可抵现',
  '自动抵扣',
  'Default card',
  'Saved for later',
  '預設付款方式',
  '推荐使用',
  '常用',
];
const LINES = [
  '付款时请核对收款方名称与商品说明，完成后页面将自动返回商户，请勿在此期间关闭浏览器窗口',
  '我已阅读并同意快捷服务协议、隐私权政策以及会员积分规则，并授权在本设备上保存收货信息',
  '电子发票将于收货后的次日开具，可在我的票据中下载，抬头与税号请在提交前仔细填写',
  '客服在线时间为每日上午九点至晚上九点，节假日照常，平均等候时间约为两分钟',
  '如需修改收货地址请在发货前联系卖家，同一地址的多件商品会合并为一个包裹寄出',
  'Your parcel will be shipped within two working days after the seller has confirmed the items and the address',
  'The delivery address is taken from your profile; you can choose another one on the next page before you continue',
  '確認收貨後款項才會轉給賣家，如有任何疑問可於七日內透過客服中心提出，我們將盡快回覆',
  '本活动由商家与平台共同提供，优惠数量有限先到先得，最终解释以活动页面公布的规则为准',
  '开通免密服务后，单笔三百元以内的订单可直接扣款，您可以随时在设置中调整或停用',
  '使用境外银行卡时，银行可能按当日牌价折算为入账币种，并在月结单上单独列示手续费',
  '为了保护您的账户安全，新设备首次使用时需要输入手机短信中的六位数字，十分钟内有效',
  '选用头春采摘的嫩芽，经过摊青、杀青、揉捻与烘干四道工序，冲泡三次仍有兰花般的回甘',
  '灯罩为双层磨砂玻璃，光线柔和不刺眼，底座带有无线充电，夜里读书或陪伴孩子入睡都合适',
  '面料经过预缩与柔软整理，冷水轻柔机洗不变形，晾干后低温熨烫即可恢复平整的手感',
  '轴体寿命约五千万次，键帽采用双色注塑工艺，长时间打字也不容易打滑或者磨掉字符',
  'The glaze is mixed and fired by hand, so small differences in colour and shape between the cups are natural',
  '每一册都附有亲子共读的小提示，适合三岁到七岁的小朋友，内页为环保纸张与大豆油墨印刷',
  '杖身由三节碳纤维组成，收起后只有半臂长，随行李托运或放进背包侧袋都很方便',
  '門市自取的客人請於營業時間內到二樓櫃檯領取，記得帶上取貨通知，週末人潮較多請耐心等候',
];

/** One piece of a page: `{…}` is filled in, so that no two rows are alike and strings are not shared. */
const PIECES = [
  '<li class="way"><label class="way__row"><input type="radio" name="way"><i class="icon icon-bank"></i><span class="way__name">{bank}信用卡</span><span class="way__tail">尾号 {four}</span><em class="way__note">{note}</em></label></li>',
  '<div class="order__item"><a class="order__title" href="#">{goods}</a><div class="order__meta"><span>{shop}</span><span class="num">× {digit}</span></div><strong class="price">¥ {price}</strong></div>',
  '<tr class="plan"><td><input type="checkbox"></td><td>{bank}</td><td>{digit} 期，每期 <b>{price}</b> 元</td><td><span class="tag">{note}</span></td></tr>',
  '<div class="coupon"><div class="coupon__sum"><b>{digit}0</b><span>元</span></div><div class="coupon__text"><p>满 {four} 元可用</p><p class="sub">{note}，至 2027 年 {digit} 月</p></div></div>',
  '<p class="fine">{line}<a class="link" href="#">详情</a><span class="dot"></span></p>',
  '<dl class="bill"><dt>订单编号</dt><dd>{four}{four}{four}</dd><dt>收款方</dt><dd><span>{shop}</span></dd><dt>应付金额</dt><dd class="price">{price} 元</dd></dl>',
  '<li class="nav__item"><a href="#"><svg class="icon"></svg><span>{goods}</span></a></li>',
  '<div class="field"><label>{bank}预留手机号</label><input class="input" maxlength="11"><span class="field__tip">{line}</span></div>',
  '<article class="clause"><h4>{note}</h4><p>{line}。</p><p>{line}。</p></article>',
];

const STYLE =
  'body{margin:0;font:14px/1.6 sans-serif}.way,.order__item,.coupon{padding:4px 8px}.price{color:#333}.fine{color:#888}';
const ALERT = '<div class="notice" role="alert"><h3>提示</h3><p class="notice__text">{phrase}</p></div>';

/** Server templates, Alipay's among them, begin a line for most tags: there are more text nodes than elements, and many are blank. */
const asWritten = (piece: string): string => piece.replace(/><(?!\/)/g, '>\n  <');

const textOf = (html: string): string => html.replace(/<[^>]*>/g, '');
const elementsIn = (html: string): number => html.match(/<[a-z]/g)?.length ?? 0;

/**
 * Makes a page.
 * @param elements how many elements its body has, the body not counted; reached exactly
 * @param hits phrases that are put into a failing page, spread over it; must hold no markup
 * @param isUnwanted rows whose text is unwanted are left out; it is asked with the end of the row before, because texts join
 */
export function samplePage(
  kind: PageKind,
  elements: number,
  hits: readonly string[] = [],
  isUnwanted: (text: string) => boolean = () => false,
): SamplePage {
  const number = makeNumbers(elements);
  const pick = (list: readonly string[]): string => list[number(list.length)]!;
  const wanted = (list: readonly string[]): string[] => list.filter((text) => !isUnwanted(text));
  const [banks, shops, goods, notes, lines] = [
    wanted(BANKS),
    wanted(SHOPS),
    wanted(GOODS),
    wanted(NOTES),
    wanted(LINES),
  ] as const;
  const fill: Record<string, () => string> = {
    bank: () => pick(banks),
    shop: () => pick(shops),
    goods: () => pick(goods),
    note: () => pick(notes),
    line: () => pick(lines),
    four: () => String(1000 + number(9000)),
    digit: () => String(1 + number(9)),
    price: () => `${1 + number(3000)}.${10 + number(90)}`,
  };
  const left = kind === 'failing' ? [...hits] : [];
  const pace = Math.floor(elements / (left.length + 1));
  const sections: string[] = [];
  let section: string[] = [];
  let count = 1;
  const close = (): void => {
    if (section.length) sections.push(`<section class="part">\n${section.join('\n')}\n</section>`);
    section = [];
  };
  const add = (piece: string): boolean => {
    const size = elementsIn(piece) + (section.length ? 0 : 1);
    if (count + size > elements) return false;
    section.push(piece);
    count += size;
    if (section.length === 24) close();
    return true;
  };
  let before = '';
  for (let full = false; !full;) {
    const piece = asWritten(pick(PIECES)).replace(/\{(\w+)\}/g, (_all, name: string) => fill[name]!());
    const text = textOf(piece);
    if (isUnwanted(`${before}\n${text}`)) continue;
    full = !add(piece);
    before = text.slice(-8);
    if (left.length && !full && count > pace * (hits.length - left.length + 1))
      add(ALERT.replace('{phrase}', left.shift()!));
  }
  close();
  if (left.length) throw new Error(`a page of ${elements} elements has no room for ${hits.length} phrases`);
  const body = `<main class="cashier">\n${sections.join('\n')}\n${'<i></i>'.repeat(elements - count)}</main>`;
  return {
    html: `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>收银台</title><style>${STYLE}</style></head><body>${body}</body></html>`,
    text: textOf(body),
    elements: elementsIn(body),
  };
}
