import type { ComponentChildren } from 'preact';
import type { Advice } from '../../lib/case/advice.ts';
import { Button } from '../shared/button.tsx';
import { CheckButton } from './check-button.tsx';
import type { PopupProps, PopupView } from './popup-props.ts';

interface PlainViewProps extends Pick<
  PopupProps,
  'voice' | 'refused' | 'attempts' | 'onGrant' | 'onRetry' | 'onCheckPage'
> {
  onOpen: (advice: Advice) => void;
  view: Exclude<PopupView, { state: 'diagnosis' }>;
  /** The box for a typed message: no state is a dead end. */
  children: ComponentChildren;
}

/** The states without advice: a title, a few plain sentences, and what one can do from here. */
export function PlainView({
  view,
  voice,
  refused,
  attempts,
  onGrant,
  onRetry,
  onCheckPage,
  onOpen,
  children,
}: PlainViewProps) {
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
        <section class="plain-view">
          <h1 tabIndex={-1}>{ui('none.title')}</h1>
          <p>{ui('none.text')}</p>
          {view.earlier && !attempts && <p class="earlier">{ui('none.earlier')}</p>}
          {children}
          <p class="soft">{ui('none.missed')}</p>
        </section>
      );
    case 'not-alipay':
      return (
        <section class="plain-view">
          <h1 tabIndex={-1}>{ui('elsewhere.title')}</h1>
          <p>{ui('elsewhere.text')}</p>
          {onCheckPage && <CheckButton voice={voice} onCheck={onCheckPage} onOpen={onOpen} />}
          {children}
        </section>
      );
    case 'access-withheld':
      return (
        <section class="plain-view">
          <h1 tabIndex={-1}>{ui('access.title')}</h1>
          <p>{ui('access.text')}</p>
          <Button kind="main" onPress={onGrant}>
            {ui('access.grant')}
          </Button>
          <p role="status">{refused && ui('access.refused')}</p>
          {children}
        </section>
      );
    case 'error':
      return (
        <section class="plain-view">
          <h1 tabIndex={-1}>{ui('error.title')}</h1>
          <p>{ui(`error.${view.reason}`)}</p>
          <Button kind="main" onPress={onRetry}>
            {ui('error.again')}
          </Button>
          {children}
        </section>
      );
  }
}
