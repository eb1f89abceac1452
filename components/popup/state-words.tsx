import { Button } from '../shared/button.tsx';
import { CheckButton } from './check-button.tsx';
import { PictureOffer } from './picture-offer.tsx';
import type { PopupActions, PopupView, PopupVoice } from './popup-props.ts';

interface StateWordsProps extends Pick<PopupActions, 'onGrant' | 'onRetry' | 'onCheckPage' | 'onPicture'> {
  view: Exclude<PopupView, { state: 'diagnosis' }>;
  voice: PopupVoice;
  refused: boolean;
  onFound: () => void;
  onShot: (picture: File) => void;
}

/** The states in which nothing is known of a failure: a title, a few plain sentences, and what one can do about the state. */
export function StateWords(props: StateWordsProps) {
  const { view, voice, refused, onGrant, onRetry, onCheckPage } = props;
  const { ui } = voice;
  switch (view.state) {
    case 'loading':
      return (
        <p class="loading" role="status">
          {ui('loading')}
        </p>
      );
    case 'no-failure':
      return (
        <section class="state">
          <h1 tabIndex={-1}>{ui('none.title')}</h1>
          <p>{ui('none.text')}</p>
          {view.earlier && <p class="earlier">{ui('none.earlier')}</p>}
          <p class="soft">{ui('none.missed')}</p>
          <PictureOffer {...props} />
        </section>
      );
    case 'not-alipay':
      return (
        <section class="state">
          <h1 tabIndex={-1}>{ui('elsewhere.title')}</h1>
          <p>{ui('elsewhere.text')}</p>
          {onCheckPage && <CheckButton {...props} onCheck={onCheckPage} />}
        </section>
      );
    case 'access-withheld':
      return (
        <section class="state">
          <h1 tabIndex={-1}>{ui('access.title')}</h1>
          <p>{ui('access.text')}</p>
          <Button kind="main" onPress={onGrant}>
            {ui('access.grant')}
          </Button>
          <p role="status">{refused && ui('access.refused')}</p>
        </section>
      );
    case 'error':
      return (
        <section class="state">
          <h1 tabIndex={-1}>{ui('error.title')}</h1>
          <p>{ui(`error.${view.reason}`)}</p>
          {/* Only what another look can cure. */}
          {view.reason === 'failed' && <Button onPress={onRetry}>{ui('error.again')}</Button>}
        </section>
      );
  }
}
