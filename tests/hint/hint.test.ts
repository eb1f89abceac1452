// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HINT_MARK, type Hint, type HintActions, showHint } from '../../components/hint/hint.ts';
import { HINT_STYLE } from '../../components/hint/style.ts';
import type { HintWords } from '../../lib/messages.ts';
import { stubLayout } from '../detect/page-stub.ts';

stubLayout();

const words: HintWords = {
  lang: 'en',
  dir: 'ltr',
  tone: 'calm',
  sentence: 'Your bank said no.',
  show: 'Show steps',
  dismiss: 'Dismiss',
  mute: 'Not here',
  muted: 'Hints are off.',
  undo: 'Undo',
  openByHand: 'Click the icon.',
};
let root: ShadowRoot;
let mode: string;
let shown: Hint[];
let actions: { [K in keyof HintActions]: ReturnType<typeof vi.fn<HintActions[K]>> };

beforeEach(() => {
  shown = [];
  vi.useFakeTimers();
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, options) {
    mode = options.mode;
    return (root = attach.call(this, options));
  });
  actions = {
    isWanted: vi.fn<HintActions['isWanted']>(() => true),
    show: vi.fn<HintActions['show']>(async () => true),
    dismiss: vi.fn<HintActions['dismiss']>(),
    mute: vi.fn<HintActions['mute']>(async () => true),
    unmute: vi.fn<HintActions['unmute']>(),
    gone: vi.fn<HintActions['gone']>(),
    messages: vi.fn<HintActions['messages']>(() => []),
  };
});

afterEach(() => {
  for (const hint of shown) hint.remove();
  vi.useRealTimers();
});

function show(key: string, given: HintWords = words): Hint {
  const hint = showHint(key, given, actions);
  shown.push(hint);
  return hint;
}

const hosts = () => [...document.querySelectorAll(`[${HINT_MARK}]`)];
const button = (kind: string) => root.querySelector<HTMLButtonElement>(`button.${kind}`)!;

/** An event of the user's; a page can only make those whose `isTrusted` is false. */
function trusted<T extends Event>(event: T): T {
  Object.defineProperty(event, 'isTrusted', { value: true });
  return event;
}
const click = (kind: string, byUser = true) =>
  button(kind).dispatchEvent(
    byUser ? trusted(new MouseEvent('click', { bubbles: true })) : new MouseEvent('click', { bubbles: true }),
  );
const settle = (time = 100) => vi.advanceTimersByTimeAsync(time);

describe('the hint', () => {
  it('is one element at the end of the document, and changes nothing else in the page', async () => {
    document.body.innerHTML = '<h1>支付失败</h1>';
    const before = [
      document.head.outerHTML,
      document.body.outerHTML,
      document.documentElement.getAttributeNames().join(),
    ];
    show('k');
    await settle();
    expect(hosts()).toHaveLength(1);
    expect(hosts()[0]!.parentElement).toBe(document.documentElement);
    expect(hosts()[0]!.getAttributeNames()).toEqual([HINT_MARK]);
    expect(mode).toBe('closed');
    expect(hosts()[0]!.shadowRoot).toBeNull();
    expect([
      document.head.outerHTML,
      document.body.outerHTML,
      document.documentElement.getAttributeNames().join(),
    ]).toEqual(before);
  });

  it('says its sentence to screen readers, in its language and direction', async () => {
    show('k', { ...words, lang: 'ar', dir: 'rtl' });
    const status = root.querySelector('[role=status]')!;
    expect(status.textContent).toBe('');
    await settle();
    expect(status.textContent).toBe(words.sentence);
    expect(root.querySelector('.card')!.getAttribute('lang')).toBe('ar');
    expect(root.querySelector('.card')!.getAttribute('dir')).toBe('rtl');
  });

  it('has four buttons, no link, no field, no picture that is loaded and no markup of the words', async () => {
    show('k', { ...words, sentence: '<img src=x onerror=1>', show: '<b>x</b>' });
    await settle();
    expect([...root.querySelectorAll('button')].map((one) => [one.className, one.type, one.textContent])).toEqual([
      ['more', 'button', 'Card Rescue'],
      ['show', 'button', '<b>x</b>'],
      ['dismiss', 'button', '×'],
      ['mute', 'button', words.mute],
    ]);
    expect(button('dismiss').getAttribute('aria-label')).toBe(words.dismiss);
    expect(root.querySelectorAll('a, input, form, iframe, img, b, script, [href], [src]')).toHaveLength(0);
  });

  it('stands in place of one that stood before', () => {
    show('k');
    show('l');
    expect(hosts()).toHaveLength(1);
  });

  it('goes when it is told to', () => {
    show('k').remove();
    expect(hosts()).toHaveLength(0);
  });
});

describe('its buttons', () => {
  beforeEach(() => void show('k'));

  it('show the steps, and say how to open them where the browser cannot', async () => {
    click('show');
    await settle();
    expect(actions.show).toHaveBeenCalledTimes(1);
    expect(root.querySelector('p')!.textContent).toBe(words.sentence);
    actions.show.mockResolvedValue(false);
    click('show');
    expect(actions.show).toHaveBeenCalledTimes(1);
    await settle(1000);
    click('show');
    await settle();
    expect(root.querySelector('p')!.textContent).toBe(words.openByHand);
    expect(hosts()).toHaveLength(1);
  });

  it('dismiss and go', () => {
    click('dismiss');
    expect(actions.dismiss).toHaveBeenCalledTimes(1);
    expect(hosts()).toHaveLength(0);
  });

  it('hold muting behind the icon, which opens and closes', () => {
    const state = () => [button('more').getAttribute('aria-expanded'), root.querySelector('.card')!.className];
    expect(HINT_STYLE).toMatch(/\.mute \{ display: none;/);
    expect(state()).toEqual(['false', 'card calm']);
    click('more', false);
    expect(state()).toEqual(['false', 'card calm']);
    click('more');
    expect(state()).toEqual(['true', 'card calm open']);
    click('more');
    expect(state()).toEqual(['false', 'card calm']);
  });

  it.each([
    ['calm', 'circle'],
    ['money', 'path'],
  ] as const)('have a sign of their own where the tone is %s', (tone, last) => {
    show('l', { ...words, tone });
    const sign = root.querySelector('.more svg')!;
    expect([sign.getAttribute('aria-hidden'), sign.lastElementChild!.localName]).toEqual(['true', last]);
  });

  it.each(['show', 'dismiss', 'mute'] as const)('do not %s for the page', (kind) => {
    click(kind, false);
    button(kind).click();
    expect(actions[kind]).not.toHaveBeenCalled();
    expect(hosts()).toHaveLength(1);
  });

  it.each(['opacity:0.3', 'visibility:hidden', 'display:none'])(
    'do nothing while the page hides them with %s',
    (style) => {
      for (const element of [document.documentElement, hosts()[0]!]) {
        element.setAttribute('style', style);
        click('mute');
        expect(actions.mute).not.toHaveBeenCalled();
        element.removeAttribute('style');
      }
      click('mute');
      expect(actions.mute).toHaveBeenCalledTimes(1);
    },
  );
});

describe('a site that is muted', () => {
  const visible = () =>
    [...root.querySelectorAll('button:not(.more)')]
      .filter((one) => !(one as HTMLElement).hidden)
      .map((one) => one.textContent);
  const mute = async (given: HintWords = words) => {
    const hint = show('k', given);
    await settle();
    click('mute');
    await settle(10);
    return hint;
  };

  it('is one quiet line with a way back, which goes after some seconds', async () => {
    await mute();
    expect(actions.mute).toHaveBeenCalledTimes(1);
    expect(root.querySelector('p')!.textContent).toBe(words.muted);
    expect(root.querySelector('.card')!.className).toBe('card quiet');
    expect(visible()).toEqual([words.undo]);
    await settle(9000);
    expect(hosts()).toHaveLength(1);
    await settle(2000);
    expect(hosts()).toHaveLength(0);
    expect(actions.gone).toHaveBeenCalledTimes(1);
    expect(actions.dismiss).not.toHaveBeenCalled();
  });

  it.each(['calm', 'money'] as const)('has its %s hint back as it was when that is taken back', async (tone) => {
    await mute({ ...words, tone });
    await settle(1000);
    click('mute');
    expect(actions.unmute).toHaveBeenCalledTimes(1);
    expect(root.querySelector('p')!.textContent).toBe(words.sentence);
    expect(root.querySelector('.card')!.className).toBe(`card ${tone}`);
    expect(visible()).toEqual([words.show, '×', words.mute]);
    await settle(20_000);
    expect(hosts()).toHaveLength(1);
    expect(actions.mute).toHaveBeenCalledTimes(1);
  });

  it('is not taken back by the second half of a double click, nor by the page', async () => {
    await mute();
    click('mute');
    await settle(1000);
    click('mute', false);
    button('mute').click();
    expect(actions.unmute).not.toHaveBeenCalled();
    expect(visible()).toEqual([words.undo]);
  });

  it('that could not be muted, as in a private window, is not said to be', async () => {
    actions.mute.mockResolvedValue(false);
    await mute();
    expect(hosts()).toHaveLength(0);
    expect(actions.gone).toHaveBeenCalledTimes(1);
  });

  it('keeps its line whole when the message is closed, and has it closed by Escape', async () => {
    (await mute()).shrink();
    expect(root.querySelector('.card')!.className).toBe('card quiet');
    button('mute').dispatchEvent(trusted(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })));
    expect(hosts()).toHaveLength(0);
    expect(actions.dismiss).not.toHaveBeenCalled();
    expect(actions.gone).toHaveBeenCalledTimes(1);
  });
});

describe('its keys', () => {
  const press = (key: string, type = 'keydown', byUser = true) => {
    const event = new KeyboardEvent(type, { key, bubbles: true, composed: true });
    button('show').dispatchEvent(byUser ? trusted(event) : event);
  };

  beforeEach(() => void show('k'));

  it('close it with Escape', () => {
    press('Escape');
    expect(actions.dismiss).toHaveBeenCalledTimes(1);
    expect(hosts()).toHaveLength(0);
  });

  it('are not taken from the page, and others do nothing', () => {
    press('Escape', 'keydown', false);
    press('Escape', 'keyup');
    press('a');
    expect(actions.dismiss).not.toHaveBeenCalled();
  });

  it('stay with it: the page hears none of them', () => {
    const heard = vi.fn<() => void>();
    for (const type of ['keydown', 'keyup', 'keypress']) document.addEventListener(type, heard);
    for (const type of ['keydown', 'keyup', 'keypress']) press('a', type);
    expect(heard).not.toHaveBeenCalled();
    for (const type of ['keydown', 'keyup', 'keypress']) document.removeEventListener(type, heard);
  });
});

describe('Escape away from it', () => {
  const box = () => ({ left: 0, right: 9, top: 0, bottom: 9 }) as DOMRect;
  /** What the page saw of the key. */
  const press = (init: KeyboardEventInit = {}, byUser = true): Event => {
    const event = new KeyboardEvent('keydown', {
      key: 'Escape',
      bubbles: true,
      composed: true,
      cancelable: true,
      ...init,
    });
    document.body.dispatchEvent(byUser ? trusted(event) : event);
    return event;
  };

  it('dismisses it while it is fresh, and is heard by the page all the same', async () => {
    const heard = vi.fn<() => void>();
    document.addEventListener('keydown', heard);
    show('k');
    await settle();
    expect(press().defaultPrevented).toBe(false);
    expect(heard).toHaveBeenCalledTimes(1);
    expect(hosts()).toHaveLength(1);
    await settle(500);
    expect(hosts()).toHaveLength(0);
    expect(actions.dismiss).toHaveBeenCalledTimes(1);
    document.removeEventListener('keydown', heard);
  });

  it('does nothing when it is not fresh any more', async () => {
    show('k');
    await settle(10_500);
    press();
    await settle(1000);
    expect(hosts()).toHaveLength(1);
  });

  it("is the page's where the page used it: prevented, or its message closed, or the hint small since", async () => {
    const hint = show('k');
    await settle();
    const prevent = (event: Event) => event.preventDefault();
    document.addEventListener('keydown', prevent);
    press();
    await settle(1000);
    document.removeEventListener('keydown', prevent);
    actions.messages.mockReturnValue([box()]);
    press();
    actions.messages.mockReturnValue([]);
    await settle(1000);
    press();
    hint.shrink();
    await settle(1000);
    expect(actions.dismiss).not.toHaveBeenCalled();
    expect(hosts()).toHaveLength(1);
  });

  it('does nothing for the page, for other keys, while words are composed, or to what warns of the money', async () => {
    const calm = show('k');
    await settle();
    press({}, false);
    press({ key: 'Enter' });
    press({ isComposing: true });
    await settle(1000);
    calm.remove();
    show('l', { ...words, tone: 'money' });
    await settle();
    press();
    await settle(1000);
    expect(actions.dismiss).not.toHaveBeenCalled();
    expect(hosts()).toHaveLength(1);
  });

  it('does nothing to a hint that cannot be seen', async () => {
    show('k');
    await settle();
    hosts()[0]!.setAttribute('style', 'opacity:0.1');
    press();
    await settle(1000);
    expect(actions.dismiss).not.toHaveBeenCalled();
  });
});

describe('a page that fights it', () => {
  it('gets it back a few times, and then is left alone', async () => {
    show('k');
    let returns = 0;
    for (let i = 0; i < 20; i++) {
      hosts()[0]?.remove();
      await settle(10);
      if (hosts().length > 0) returns++;
    }
    expect(returns).toBe(3);
    expect(hosts()).toHaveLength(0);
  });

  it('cannot bring one back that was dismissed', async () => {
    show('k');
    click('dismiss');
    await settle();
    document.documentElement.append(document.createElement('i'));
    await settle();
    expect(hosts()).toHaveLength(0);
  });
});

describe('its style', () => {
  it('loads nothing, and is not printed', () => {
    expect(HINT_STYLE).not.toMatch(/url\(|@import|@font-face|expression|http/i);
    expect(HINT_STYLE).toMatch(/@media print \{ :host \{ display: none !important; \} \}/);
  });

  it("starts from nothing of the page's, uses logical sides, and has buttons large enough to touch", () => {
    expect(HINT_STYLE).toContain(':host { all: initial !important');
    expect(HINT_STYLE).not.toMatch(
      /(?:^|[;{\s])(?:left|right|top|bottom|margin-left|margin-right|padding-left|padding-right)\s*:/m,
    );
    expect(HINT_STYLE).toMatch(/button \{[^}]*min-block-size: 44px/);
  });
});

describe('a hint whose message was closed', () => {
  const card = () => root.querySelector('.card')!;

  it('keeps the way to the steps and takes no more room than that', () => {
    show('a').shrink();
    vi.runAllTimers();
    expect(card().className).toBe('card calm small');
    expect(root.querySelector('style')!.textContent).toContain('inset-inline-start: auto');
    expect(button('show').textContent).toBe('Show steps');
    expect(hosts()).toHaveLength(1);
  });

  it('that warns of the money stays whole', () => {
    show('a', { ...words, tone: 'money' }).shrink();
    expect(card().className).toBe('card money');
  });

  it('is whole again where only words help: the steps could not be opened', async () => {
    actions.show.mockResolvedValue(false);
    show('a').shrink();
    vi.runAllTimers();
    button('show').dispatchEvent(trusted(new MouseEvent('click')));
    await vi.waitFor(() => expect(root.querySelector('p')!.textContent).toBe('Click the icon.'));
    expect(card().className).toBe('card calm');
  });
});
