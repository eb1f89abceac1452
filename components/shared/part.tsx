import './page.css';
import type { ComponentChildren } from 'preact';

interface PartProps {
  /** For links and for the name of the region. */
  id: string;
  title: string;
  children: ComponentChildren;
}

/** A part of a whole page, named by its heading. */
export function Part({ id, title, children }: PartProps) {
  return (
    <section class="part" aria-labelledby={`${id}-title`} id={id}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}
