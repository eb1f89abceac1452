/**
 * What an engine that compares letter by letter must be given: width, case, spaces and signs evened out, by the browser's own functions alone.
 * Traditional forms stay as they are: no function of the browser knows them.
 */
export const normalised = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
