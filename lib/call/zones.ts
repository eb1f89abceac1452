/** Time zones in plain words: by country or city, never as an offset that nobody says on the phone. */

const nameIn = (at: number, zone: string, tag: string, form: 'longGeneric' | 'shortGeneric' | 'long'): string =>
  new Intl.DateTimeFormat(tag, { timeZone: zone, timeZoneName: form })
    .formatToParts(at)
    .find((part) => part.type === 'timeZoneName')?.value ?? '';

/** "GMT+01:00", "UTC-3", "غرينتش+01:00", "CET", "PT": no words. */
const isOffset = (name: string): boolean => /\p{Nd}/u.test(name);
const isAbbreviation = (name: string): boolean => isOffset(name) || /^[A-Z]{1,5}$/.test(name);

/** The city in a zone's own name, the last resort ("America/New_York"). */
const cityOf = (zone: string): string => zone.split('/').at(-1)!.replaceAll('_', ' ');

/**
 * Where a zone is, as one looks for it in a list: the country where it has one zone, else the city ("Germany", "Los Angeles",
 * "洛杉矶").
 */
export function placeName(zone: string, tag: string): string {
  // British spelling abbreviates Europe's zones and American spelling America's: where one does, the other writes it out.
  const tags = tag.startsWith('en') ? ['en', 'en-150', 'en-IN'] : [tag];
  const name = tags
    .map((one) => nameIn(0, zone, one, 'shortGeneric'))
    .find((one) => one !== '' && !isAbbreviation(one));
  return name?.replace(/ Time$|时间$/, '') ?? cityOf(zone);
}

/** The name of a zone as one says it ("Central European Time", "中欧时间"); by its place where it has none but an offset. */
export function zoneName(at: number, zone: string, tag: string): string {
  const name = nameIn(at, zone, tag, 'longGeneric');
  if (name !== '' && !isOffset(name)) return name;
  const long = nameIn(at, zone, tag, 'long');
  return long !== '' && !isOffset(long) ? long : placeName(zone, tag);
}

export interface ZoneChoice {
  zone: string;
  name: string;
}

/** The zones of a list by place, sorted as the language sorts; of zones with one name the first, but always `chosen`. */
export function zoneChoices(zones: readonly string[], chosen: string, tag: string): ZoneChoice[] {
  const choices = new Map<string, string>();
  for (const zone of [chosen, ...zones]) {
    const name = placeName(zone, tag);
    if (!choices.has(name)) choices.set(name, zone);
  }
  const { compare } = new Intl.Collator(tag);
  return [...choices].map(([name, zone]) => ({ zone, name })).sort((a, b) => compare(a.name, b.name));
}
