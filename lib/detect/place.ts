/**
 * Where on a page a text stands, and so how much it says. What stands in an error box, a dialog, a toast or a page-filling
 * result names a failure; the same words in a link, a list, a help article or an order's title do not.
 */
import type { Place } from '../messages.ts';
import { outerOf, plain } from './dom.ts';
import type { PlaceTable } from './table.ts';

export interface PlaceRules {
  excluded: string;
  merchant: RegExp;
  prose: RegExp;
  dialog: RegExp;
  toast: RegExp;
  alert: RegExp;
  result: RegExp;
  /** Selector of elements that hold errors only. */
  errorOnly: string;
  trouble: RegExp;
  ended: RegExp;
  calm: RegExp;
  matter: RegExp;
  explains: RegExp;
}

/** `place` null: the text may not speak at all. `container` is the element that made it an alert, dialog or toast. */
export interface Spot {
  place: Place | null;
  container: Element | null;
  /** A heading or the title of a result: a bare "payment failed" counts there. */
  heading: boolean;
  /** One of several alike rows: only a line that calls itself an error code may speak there. */
  row?: boolean;
}

export function preparePlaces(table: PlaceTable): PlaceRules {
  const expression = (source: string): RegExp => new RegExp(source, 'i');
  return {
    excluded: table.excluded,
    merchant: expression(table.merchantClass),
    prose: expression(table.proseClass),
    dialog: expression(table.dialogClass),
    toast: expression(table.toastClass),
    alert: expression(table.alertClass),
    result: expression(table.resultClass),
    errorOnly: table.errorOnly,
    trouble: expression(table.trouble),
    ended: expression(table.ended),
    calm: expression(table.calm),
    matter: expression(table.matter),
    explains: expression(table.explains),
  };
}

/** A longer article is one to read. */
const MAX_ARTICLE = 500;
/** Several articles are a list: of orders, news, questions. */
const isOnlyArticle = (article: Element): boolean =>
  (plain(article).textContent ?? '').length <= MAX_ARTICLE && document.getElementsByTagName('article').length === 1;

const NOWHERE: Spot = { place: null, container: null, heading: false };
const ROW: Spot = { ...NOWHERE, row: true };
const MAX_CLIMB = 14;
const MAX_LIVE = 320;
/** Ancestors farther away than this frame the whole page and say nothing about one text. */
const NEAR = 7;
/** A shade with its number (`text-gray-500`) is a colour of a style kit and no state. */
const INACTIVE = /disabled|gr[ae]y(?!-\d)|inactive|unselectable/;
const ITEM_TAGS = new Set(['LI', 'TD', 'TH', 'DD', 'DT', 'TR']);
const HEADINGS = /^H[1-6]$/;

/** Class names, id and data-role of an element as separate lower-case tokens; camelCase is split. What holds in another state (`disabled:opacity-50`) is none. */
export function tokensOf(asked: Element): string[] {
  const element = plain(asked);
  const names = `${element.getAttribute('class') ?? ''} ${element.id} ${element.getAttribute('data-role') ?? ''}`;
  return names
    .slice(0, 400)
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/\s+/)
    .filter((token) => token && !token.includes(':'));
}

type TokenKind = 'alert' | 'toast' | 'dialog' | 'merchant' | 'prose' | 'result' | 'inactive' | null;

/** What an element's role, class names and id call it. */
export function kindOf(asked: Element, rules: PlaceRules): TokenKind {
  const element = plain(asked);
  const role = element.getAttribute('role');
  const live = element.getAttribute('aria-live');
  const tokens = tokensOf(asked);
  const has = (expression: RegExp): boolean => tokens.some((token) => expression.test(token));
  // A region that tells as much as a page is the page.
  if (has(rules.toast) && (live || role === 'alert')) return 'toast';
  if (live && live !== 'off' && (element.textContent ?? '').length <= MAX_LIVE)
    return live === 'polite' ? 'toast' : 'alert';
  if (role === 'alert') return 'alert';
  if (
    role === 'dialog' ||
    role === 'alertdialog' ||
    element.tagName === 'DIALOG' ||
    element.getAttribute('aria-modal') === 'true'
  )
    return 'dialog';
  if (element.getAttribute('aria-disabled') === 'true') return 'inactive';
  // What a shop or a payer wrote stays theirs, unless the element is named an error itself.
  if (tokens.some((token) => rules.merchant.test(token) && !rules.alert.test(token) && !rules.dialog.test(token)))
    return 'merchant';
  if (has(rules.toast)) return 'toast';
  if (has(rules.alert)) return 'alert';
  if (has(rules.dialog)) return 'dialog';
  if (tokens.some((token) => INACTIVE.test(token))) return 'inactive';
  if (has(rules.prose)) return 'prose';
  if (role === 'status') return 'toast';
  if (has(rules.result)) return 'result';
  return null;
}

/** What its tag and its first class call an element; classes behind it say in which state it is. */
const nameOf = (element: Element): string =>
  `${plain(element).tagName} ${(plain(element).getAttribute('class') ?? '').trim().split(/\s/)[0]!}`;
const tagsOf = (element: Element): string => [...plain(element).children].map((child) => plain(child).tagName).join();

/** Whether two elements begin alike, or are built alike: rows of a list do, whatever their state; sections of a page do neither. */
function isAlike(one: Element, other: Element): boolean {
  const [first, second] = plain(one).children;
  const [otherFirst, otherSecond] = plain(other).children;
  const same = (a?: Element, b?: Element): boolean => a !== undefined && b !== undefined && nameOf(a) === nameOf(b);
  const isNamed = second !== undefined && plain(second).hasAttribute('class');
  return same(first, otherFirst) || (isNamed && same(second, otherSecond)) || tagsOf(one) === tagsOf(other);
}

/** Whether an element is one of several alike items with content of their own: a row of a list. */
export function isListItem(asked: Element): boolean {
  const element = plain(asked);
  const parent = element.parentElement && plain(element.parentElement);
  if (!parent) return false;
  if (ITEM_TAGS.has(element.tagName)) {
    const table = element.closest('table');
    // A short definition list may be a result's details (status, reason).
    // Old pages are laid out in tables, and say so by attributes that style sheets have replaced; other tables hold data.
    return table
      ? table.rows.length > 6 ||
          !(
            ['width', 'align', 'cellpadding', 'cellspacing', 'border', 'bgcolor'].some((name) =>
              table.hasAttribute(name),
            ) || plain(table).querySelector('[colspan],[rowspan]')
          )
      : element.tagName[0] === 'D'
        ? parent.childElementCount > 16
        : parent.childElementCount > 1;
  }
  const name = element.getAttribute('class');
  if (!name || element.childElementCount === 0) return false;
  let alike = 0;
  // The views of an app are alike, too, and one of them is shown: what is not rendered is no other row. Nor are sections of a page, which
  // share their frame and begin each in its own way.
  for (const child of parent.children)
    if (
      child.tagName === element.tagName &&
      child.getAttribute('class') === name &&
      isAlike(child, asked) &&
      plain(child).checkVisibility?.() !== false &&
      ++alike >= 3
    )
      return true;
  return false;
}

/**
 * Says where an element's text stands.
 * @param element the block that holds the text
 */
export function spotOf(element: Element, rules: PlaceRules): Spot {
  let spot: Spot = { place: null, container: null, heading: false };
  let titled = false;
  let inList = false;
  let current: Element | null = element;
  for (
    let climb = 0;
    current && climb < MAX_CLIMB && current !== document.body && current !== document.documentElement;
    climb++
  ) {
    if (HEADINGS.test(plain(current).tagName)) titled = true;
    const outer: Element | null = outerOf(current);
    const { tagName } = plain(current);
    if (plain(current).matches(rules.excluded) && !ITEM_TAGS.has(tagName)) {
      // The only article of a page, if short, may be the result itself; every other excluded tag never speaks.
      if (tagName !== 'ARTICLE' || !isOnlyArticle(current)) return NOWHERE;
    }
    if (!spot.container && isListItem(current)) inList = true;
    const kind = climb < NEAR || plain(current).hasAttribute('role') ? kindOf(current, rules) : null;
    if (kind === 'inactive' || kind === 'merchant') {
      if (!spot.container) return NOWHERE;
    } else if (kind === 'prose') {
      if (!spot.container) return NOWHERE;
    } else if (kind === 'alert' || kind === 'toast' || kind === 'dialog') {
      const stronger = !spot.container || (kind !== 'alert' && spot.place === 'alert');
      if (stronger) spot = { place: kind, container: current, heading: titled };
    } else if (kind === 'result') {
      titled = true;
    }
    current = outer;
  }
  if (spot.container)
    return spot.place === 'alert' && !isOnlyErrorItem(spot.container, rules)
      ? { ...ROW }
      : { ...spot, heading: titled };
  if (inList) return { ...ROW };
  return { place: 'text', container: null, heading: titled };
}

/** Whether an inline element holds what a merchant or payer wrote, or an item that cannot be chosen. */
export function isForeignWord(asked: Element, rules: PlaceRules): boolean {
  const element = plain(asked);
  if (!element.hasAttribute('class') && !element.id) return false;
  const kind = kindOf(asked, rules);
  return kind === 'merchant' || kind === 'inactive';
}

/**
 * In a list of rows (orders, cards) an "error" class only colours a row's state. It is a message beside a field, where it stands in no
 * row, and where the list itself is one of errors.
 */
function isOnlyErrorItem(container: Element, rules: PlaceRules): boolean {
  for (
    let row: Element | null = container, climb = 0;
    row && row !== document.body && climb < NEAR;
    row = plain(row).parentElement, climb++
  ) {
    if (!isListItem(row)) continue;
    if (plain(row).querySelector('input, select, textarea')) return true;
    const list = plain(row).parentElement;
    return list !== null && kindOf(list, rules) === 'alert';
  }
  return true;
}
