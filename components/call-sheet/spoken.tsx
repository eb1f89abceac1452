import { directionOf } from '../../lib/i18n/index.ts';

interface SpokenProps {
  /** Language of the text. */
  tag: string;
  class: string;
  children: string;
}

/** Words in a language of their own, marked so that they are pronounced and written in it. */
export function Spoken({ tag, class: name, children }: SpokenProps) {
  return (
    <span class={name} lang={tag} dir={directionOf(tag)}>
      {children}
    </span>
  );
}
