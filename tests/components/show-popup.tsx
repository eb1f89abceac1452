import { render, screen } from '@testing-library/preact';
import { Popup } from '../../components/popup/popup.tsx';
import type { PopupProps, PopupView } from '../../components/popup/popup-props.ts';
import { voiceOf } from '../../components/shared/voice.ts';
import { adviceFor, type Advice, type AdviceLibrary } from '../../lib/case/advice.ts';
import { findingOfAnswer } from '../../lib/understand/lookup-answer.ts';
import type { Locale, Words } from '../../lib/i18n/index.ts';
import uiEn from '../../lib/i18n/locales/en/ui.json';
import uiZh from '../../lib/i18n/locales/zh-CN/ui.json';
import type { Finding } from '../../lib/messages.ts';
import { NOW, sampleCodes, sampleFinding, sampleLibrary } from '../case/sample-library.ts';

const UI: Record<Locale, Words> = { en: uiEn, 'zh-CN': uiZh };

/** Words that are their own keys: what a component says is then what it asked for. */
const echo = new Proxy({}, { get: (_, key) => `[${String(key)}]` }) as Words;

/** The real interface words, noting every key that is missing. */
function watched(words: Words, missing: string[]): Words {
  return new Proxy(words, {
    get(all, key: string) {
      if (!(key in all) && !/\.(one|other)$/.test(key)) missing.push(key);
      return all[key];
    },
  });
}

const noop = () => undefined;

export const advise = (change: Partial<Finding> = {}, library: AdviceLibrary = sampleLibrary): Advice =>
  adviceFor(sampleFinding(change), library, NOW, sampleCodes)!;

/** The diagnosis state for a changed sample finding. */
export const failed = (change: Partial<Finding> = {}, library?: AdviceLibrary): PopupView => ({
  state: 'diagnosis',
  advice: advise(change, library),
});

/** Renders the popup with plain props and what a test changes of them; keys without words are collected in `missing`. */
export function show(change: Partial<PopupProps> = {}, tag: Locale = 'en', missing: string[] = []) {
  const props: PopupProps = {
    view: { state: 'no-failure', earlier: false },
    voice: voiceOf(tag, { ui: watched(UI[tag], missing), library: echo, facts: echo, codes: echo }),
    bank: 'zh-CN',
    muted: false,
    refused: false,
    lookup: () => [],
    adviceOf: (answer) => adviceFor(findingOfAnswer(answer, NOW), sampleLibrary, NOW, sampleCodes),
    onOpenSheet: noop,
    onScreenLanguage: noop,
    onBankLanguage: noop,
    onUnmute: noop,
    onGrant: noop,
    onRetry: noop,
    ...change,
  };
  return render(<Popup {...props} />);
}

/** The element that carries the contract's attributes. */
export const rootOf = (container: Element) => container.querySelector<HTMLElement>('[data-state]')!;

/** The closed part with this title. */
export const details = (title: string) => screen.getByText(title, { selector: 'summary *' }).closest('details')!;
