import './welcome.css';
import { running } from '../../lib/i18n/index.ts';
import { Button } from '../shared/button.tsx';
import { LanguageSelect } from '../shared/language-select.tsx';
import { Part } from '../shared/part.tsx';
import { ExampleCard } from './example-card.tsx';
import { PinPicture } from './pin-picture.tsx';
import type { WelcomeProps } from './welcome-props.ts';

/** First run: what it reads and never does, where its icon is, and six failures to try it with. */
export function Welcome(props: WelcomeProps) {
  const { voice, browser, pinned } = props;
  const { welcome: say, promises } = voice;
  return (
    <main class="page" data-state="ready">
      <div class="page-top">
        <p class="page-brand">
          <img src="/icon/32.png" alt="" width="24" height="24" />
          {voice.ui('app.name')}
        </p>
        <Button kind="plain" onPress={props.onOptions}>
          {voice.options('title')}
        </Button>
      </div>
      <h1>{say('title')}</h1>
      <p>{promises('purpose')}</p>
      <div class="page-row">
        <LanguageSelect
          id="screen-language"
          label={voice.options('languages.screen')}
          value={props.screen}
          onChoose={props.onScreenLanguage}
        />
        <LanguageSelect
          id="bank-language"
          label={voice.options('languages.bank')}
          value={props.bank}
          onChoose={props.onBankLanguage}
        />
      </div>

      <Part id="promises" title={say('promises.title')}>
        <ul class="page-list">
          {['reads', 'reads-asked', 'never-typed', 'never-pays', 'sends', 'kept'].map((key) => (
            <li key={key}>{promises(key)}</li>
          ))}
        </ul>
        <p class="welcome-spoof">{promises('spoof')}</p>
        <p class="page-soft">{running([promises('may-be-wrong'), promises('unofficial')], voice.tag)}</p>
      </Part>

      <Part id="icon" title={say('pin.title')}>
        {browser !== 'phone' && <PinPicture />}
        <p>{say(pinned ? 'pin.done' : `pin.${browser}`)}</p>
      </Part>

      <Part id="try" title={say('try.title')}>
        <p>{say('try.help')}</p>
        <ul class="examples">
          {props.examples.map((example) => (
            <ExampleCard key={example.id} example={example} {...props} />
          ))}
        </ul>
        <div role="status">{props.hasExample && <p>{say('try.stands')}</p>}</div>
        {props.hasExample && (
          <div class="page-row">
            <Button onPress={props.onEndExample}>{say('try.end')}</Button>
          </div>
        )}
      </Part>
    </main>
  );
}
