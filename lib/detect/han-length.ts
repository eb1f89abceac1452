/** The length of a text in Han characters: letters of alphabets say less, half of one each. */
export const hanLength = (text: string): number => text.length - (text.match(/[\x20-\x7f]/g)?.length ?? 0) / 2;
