import { directionOf, say, type Locale, type Namespace, type Slots, type Words } from '../../lib/i18n/index.ts';

/** Says the sentence of a key, with its slots filled in. */
export type Say = (key: string, slots?: Slots) => string;

/** The words of a page in one language: one `Say` for each pack it uses. */
export type Voice<Packs extends Namespace> = { tag: Locale; dir: 'ltr' | 'rtl' } & Readonly<Record<Packs, Say>>;

/** Joins loaded packs to a voice. A pack that is not there yet speaks in its keys (see `say`). */
export function voiceOf<Packs extends Namespace>(tag: Locale, packs: Readonly<Record<Packs, Words>>): Voice<Packs> {
  const says = Object.entries<Words>(packs).map(([name, words]) => [
    name,
    (key: string, slots?: Slots) => say(words, key, slots, tag),
  ]);
  return { tag, dir: directionOf(tag), ...(Object.fromEntries(says) as Record<Packs, Say>) };
}

/** A day or month (YYYY-MM-DD, YYYY-MM) as people of that language write it; anything else as it stands. */
export function dayIn(tag: string, day: string): string {
  const parts = /^\d{4}-\d{2}(-\d{2})?$/.exec(day);
  if (!parts) return day;
  const style = parts[1] ? ({ dateStyle: 'medium' } as const) : ({ year: 'numeric', month: 'short' } as const);
  return new Intl.DateTimeFormat(tag, { ...style, timeZone: 'UTC' }).format(
    new Date(`${day}${parts[1] ? '' : '-01'}T00:00:00Z`),
  );
}
