import { useState } from 'preact/hooks';
import { Button } from '../shared/button.tsx';
import type { ShownExample, WelcomeProps } from './welcome-props.ts';

interface ExampleCardProps extends Pick<WelcomeProps, 'voice' | 'isPrivate' | 'onPopup' | 'onCallSheet'> {
  example: ShownExample;
}

/** One failure: what the page says, and after a press what the hint in the page would say and the pages behind it. */
export function ExampleCard({ example, voice, isPrivate, onPopup, onCallSheet }: ExampleCardProps) {
  const { welcome: say } = voice;
  const [isOpen, setOpen] = useState(false);
  const id = `example-${example.id}`;
  return (
    <li class="example" data-example={example.id}>
      <h3 id={id}>{say(`example.${example.id}`)}</h3>
      <blockquote class="example-page" lang="zh-CN">
        {example.message}
      </blockquote>
      <div class="page-row">
        <button
          type="button"
          class="button button-quiet"
          aria-expanded={isOpen}
          aria-describedby={id}
          onClick={() => setOpen(!isOpen)}
        >
          {say(isOpen ? 'try.close' : 'try.open')}
        </button>
      </div>
      {/* The region stands before its words do, or they would not be read out. */}
      <div role="status">
        {isOpen && (
          <figure class="example-hint">
            <figcaption class="page-soft">{say('try.hint')}</figcaption>
            <p>
              <img src="/icon/32.png" alt="" width="20" height="20" />
              <span>{example.hint}</span>
            </p>
          </figure>
        )}
      </div>
      {isOpen && (
        <div class="page-row" role="group" aria-labelledby={id}>
          {!isPrivate && <Button onPress={() => onPopup(example.id)}>{say('try.popup')}</Button>}
          <Button onPress={() => onCallSheet(example.id)}>{say('try.sheet')}</Button>
        </div>
      )}
    </li>
  );
}
