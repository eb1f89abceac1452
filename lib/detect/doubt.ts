/**
 * A page on which something stands where errors stand, in words that the page script does not know, says perhaps that a payment failed and
 * perhaps something else. The page script does not decide it: the background reads the words with the learned reader, and only what that
 * is sure of becomes a finding. Until then nothing is shown and nothing is kept.
 */
import { namelessReason, isAtField, maySpeak } from './nameless.ts';
import { paintedBox } from './painted.ts';
import type { Candidate, PageReader, Sighting } from './sighting.ts';

/** Letters without which a text is a label. */
const FEWEST_LETTERS = 6;
const SENTENCES = /(?<=[。！!；;])|(?<=[.?？])\s/;

const lettersOf = (text: string): number => text.replace(/[^\p{L}]/gu, '').length;

/**
 * The text of a page that was put up as an error in unknown words, or none. Dialogs, toasts and titles say too much else: of 156 innocent
 * pages with such a text the learned reader believed 23, and of those with an error box none (docs/first-contact.md, round 5).
 * @param candidates the page's texts that may speak, none of which said anything known
 */
export function doubtIn(candidates: readonly Candidate[], reader: PageReader): Sighting[] {
  const said = candidates
    .flatMap((one) => placed(one, reader) ?? [])
    .reduce<Candidate | null>((most, one) => (lettersOf(one.text) > lettersOf(most?.text ?? '') ? one : most), null);
  if (!said) return [];
  const { element, text, spot } = said;
  return [{ element, spot, reasons: [namelessReason(text, spot, reader)], doubtful: true }];
}

/** The candidate in the place that makes it one that may be told, or null. */
function placed(candidate: Candidate, reader: PageReader): Candidate | null {
  const { element, text, spot } = candidate;
  if (spot.place !== 'alert' && spot.container) return null;
  if (lettersOf(text) < FEWEST_LETTERS || !maySpeak(text, reader) || !reportsIn(text, reader) || isAtField(element))
    return null;
  if (spot.container) return candidate;
  const box = paintedBox(element);
  return box && { ...candidate, spot: { place: 'alert', container: box, heading: false } };
}

/** Whether a text, or a sentence of it that tells of trouble, speaks of this time: not of conditions, of others or of other times. */
function reportsIn(text: string, { guards: { before, anywhere }, places }: PageReader): boolean {
  const isReport = (part: string): boolean => {
    before.lastIndex = 0;
    return !before.test(part) && !anywhere.test(part);
  };
  return isReport(text) || text.split(SENTENCES).some((part) => places.trouble.test(part) && isReport(part));
}
