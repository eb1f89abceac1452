import './icon.css';

/** The few signs of the interface. They repeat what the words beside them say, so they are hidden from screen readers. */
const PATHS = {
  /** Certain: a filled disc with a tick. */
  exact: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1.2 14.3-4.1-4.1 1.5-1.5 2.6 2.6 5.3-5.3 1.5 1.5-6.8 6.8Z',
  /** Likely: a ring, half filled. */
  likely: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 2v16a8 8 0 0 1 0-16Z',
  /** Open: a ring with a question mark. */
  unsure:
    'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 18a8 8 0 1 1 0-16 8 8 0 0 1 0 16Zm-1-4.5h2v2h-2v-2Zm1-9A3.6 3.6 0 0 0 8.4 10h2a1.6 1.6 0 1 1 2.6 1.2c-1 .8-2 1.4-2 3.1h2c0-.9.6-1.2 1.3-1.8A3.6 3.6 0 0 0 12 6.5Z',
  warning: 'M12 2.5 1.2 21.2h21.6L12 2.5Zm-1.1 7.2h2.2v5.6h-2.2V9.7Zm0 7.2h2.2V19h-2.2v-2.1Z',
  cross: 'm6.4 5 5.6 5.6L17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.6L6.4 19 5 17.6l5.6-5.6L5 6.4 6.4 5Z',
  clock:
    'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 18a8 8 0 1 1 0-16 8 8 0 0 1 0 16Zm-1-13h2v4.6l3.6 3.6-1.4 1.4-4.2-4.2V7Z',
  forward: 'm13.2 5-1.4 1.4 4.6 4.6H4v2h12.4l-4.6 4.6 1.4 1.4 7-7-7-7Z',
  back: 'm10.8 5 1.4 1.4L7.6 11H20v2H7.6l4.6 4.6-1.4 1.4-7-7 7-7Z',
} as const;

export type IconName = keyof typeof PATHS;

const MIRRORED: readonly IconName[] = ['forward', 'back'];

/** One sign in the colour and size of the text around it. Arrows turn with the writing direction. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={MIRRORED.includes(name) ? 'icon icon-mirrored' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} fill="currentColor" />
    </svg>
  );
}
