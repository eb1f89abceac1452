/** Reading aloud, only with voices that are on this device: others send the text away. */
import { LOCALES } from '../../lib/i18n/index.ts';

const speech = (): SpeechSynthesis | null => ('speechSynthesis' in window ? window.speechSynthesis : null);

/** Mandarin is not the other Chinese languages that share its tag's beginning. */
const speaks = (voice: SpeechSynthesisVoice, tag: string): boolean => {
  const lang = voice.lang.replaceAll('_', '-').toLowerCase();
  if (tag === 'zh-CN') return lang === 'zh-cn' || lang.startsWith('zh-hans') || lang.startsWith('cmn');
  return lang.split('-')[0] === tag.toLowerCase().split('-')[0];
};

const voiceOf = (tag: string): SpeechSynthesisVoice | undefined =>
  speech()
    ?.getVoices()
    .find((voice) => voice.localService && speaks(voice, tag));

/** Languages with a voice on this device. */
export const voicesHere = (): string[] => LOCALES.filter((tag) => voiceOf(tag));

/** The list of voices comes late in some browsers. */
export function onVoices(hear: () => void): void {
  speech()?.addEventListener?.('voiceschanged', hear);
}

/** Reads a text aloud; what is being read stops. */
export function speak(text: string, tag: string): void {
  const voice = voiceOf(tag);
  const here = speech();
  if (!voice || !here) return;
  here.cancel();
  const said = new SpeechSynthesisUtterance(text);
  said.voice = voice;
  said.lang = voice.lang;
  said.rate = 0.9;
  here.speak(said);
}
