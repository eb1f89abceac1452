import './popup.css';
import './answer.css';
import { LOCALES, LOCALE_NAMES } from '../../lib/i18n/index.ts';
import { Select } from '../shared/select.tsx';
import { Content } from './content.tsx';
import { Footer } from './footer.tsx';
import type { PopupProps } from './popup-props.ts';

const LANGUAGES = LOCALES.map((one) => ({ value: one, text: LOCALE_NAMES[one], lang: one }));

/** The popup in all its states. `data-state` and its companions on the root are a contract with tests from outside. */
export function Popup(props: PopupProps) {
  const { view, model, voice, onScreenLanguage } = props;
  const { ui } = voice;
  const mark = view.state === 'diagnosis' ? model?.root : null;
  return (
    <div
      class="popup"
      data-state={view.state}
      data-diagnosis={mark?.diagnosis}
      data-certainty={mark?.certainty}
      data-code={mark?.code}
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
