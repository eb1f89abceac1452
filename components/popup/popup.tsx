import './popup.css';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Advice } from '../../lib/case/advice.ts';
import { LOCALES, LOCALE_NAMES } from '../../lib/i18n/index.ts';
import { Button } from '../shared/button.tsx';
import { Details } from '../shared/details.tsx';
import { Icon } from '../shared/icon.tsx';
import { Select } from '../shared/select.tsx';
import { AdviceView } from './advice-view.tsx';
import { Footer } from './footer.tsx';
import { limitText, LookupBox, type LookupText } from './lookup-box.tsx';
import { PlainView } from './plain-view.tsx';
import type { PopupProps } from './popup-props.ts';

const LANGUAGES = LOCALES.map((one) => ({ value: one, text: LOCALE_NAMES[one], lang: one }));

/** The popup in all its states. `data-state` and its companions on the root are a contract with tests from outside. */
export function Popup(props: PopupProps) {
  const { view, voice, onScreenLanguage } = props;
  const { ui } = voice;
  const advice = view.state === 'diagnosis' ? view.advice : null;
  return (
    <div
      class="popup"
      data-state={view.state}
      data-diagnosis={advice?.diagnosis}
      data-certainty={advice?.certainty}
      data-code={advice ? (advice.code?.text ?? '') : undefined}
    >
      <header class="top">
        <p class="brand">
          <img src="/icon/32.png" alt="" width={18} height={18} />
          {ui('app.name')}
        </p>
        <Select
          id="screen-language"
          bare
          label={ui('language.screen')}
          value={voice.tag}
          options={LANGUAGES}
          onChoose={onScreenLanguage}
        />
      </header>
      <main>
        <Content {...props} />
      </main>
      <Footer {...props} languages={LANGUAGES} />
    </div>
  );
}

/** The state itself, or in its place the advice for a typed message or an answered question, with a way back. */
function Content(props: PopupProps) {
  const { view, voice, late, onOpenSheet } = props;
  const [typed, setTyped] = useState<LookupText>({ text: '', cut: false });
  const [opened, setOpened] = useState<Advice | null>(null);
  const from = useRef<string | null>(null);
  const place = useRef<HTMLDivElement>(null);

  // Reading goes on at the opened advice, and after Back where it left: the keyboard's place is never lost.
  useLayoutEffect(() => {
    const left =
      from.current === null ? null : place.current?.querySelector<HTMLElement>(`[data-answer="${from.current}"]`);
    if (opened || from.current !== null) (left ?? place.current?.querySelector('h1'))?.focus();
  }, [opened]);

  function open(advice: Advice | null) {
    if (advice) from.current = advice.diagnosis;
    setOpened(advice);
  }

  return (
    <div ref={place}>
      {opened ? (
        <>
          <Button kind="plain" onPress={() => open(null)}>
            <Icon name="back" />
            {voice.ui('back')}
          </Button>
          <AdviceView advice={opened} voice={voice} typed late={late} onOpenSheet={onOpenSheet} />
        </>
      ) : view.state === 'diagnosis' ? (
        <>
          {props.attempts}
          <AdviceView
            advice={view.advice}
            voice={voice}
            questions={props.questions?.(open)}
            late={late}
            onOpenSheet={onOpenSheet}
          />
        </>
      ) : (
        <>
          {view.state === 'no-failure' && props.attempts}
          <PlainView {...props} view={view} onOpen={open}>
            <LookupBox
              value={typed}
              lookup={props.lookup}
              voice={voice}
              code={late?.code}
              onChange={setTyped}
              onOpen={(answer) => open(props.adviceOf(answer))}
            />
            {late?.picture?.(
              typeof props.lookup === 'function' ? (props.lookup(typed.text)[0]?.matched ?? []) : [],
              (text) => setTyped(limitText(text)),
            )}
            {late?.cost && <Details title={voice.ui('cost')}>{late.cost()}</Details>}
          </PlainView>
        </>
      )}
    </div>
  );
}
