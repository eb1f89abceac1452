/** What the call sheet says about a code that the agent reads out. */
import { say, type Words } from '../i18n/index.ts';
import type { DeclineCode, DiagnosisId } from '../library/schema.ts';
import { CARD_NETWORKS, findDeclineCodes } from '../understand/decline-codes.ts';

/** One reading of a code, in sentences of the user's language. */
export interface CodeReading {
  id: string;
  /** The networks and systems where the code says so, by name. */
  scheme: string;
  code: string;
  meaning: string;
  /** Id of the meaning. */
  means: string;
  action: string;
  retry: string;
  diagnosis: DiagnosisId | null;
}

/** The readings of what was typed; with `networks` when the card's network decides between them. */
export interface CodeAnswer {
  readings: readonly CodeReading[];
  /** Networks to choose from (id and name), where the code means different things. */
  networks: readonly { id: string; name: string }[];
}

/** More readings than this are no answer any more. */
const SHOWN = 3;

/**
 * Looks up a typed code. Takes the table, the pack `decline-codes` of the user's language and the network the user chose ('' for
 * none); `searched` are packs of more languages in which words are looked for. Several networks that agree give one reading.
 * Never throws.
 */
export function readDeclineCode(
  typed: string,
  network: string,
  codes: readonly DeclineCode[],
  words: Words,
  ...searched: Words[]
): CodeAnswer {
  const query = typed.trim();
  if (query === '') return { readings: [], networks: [] };
  const hits = findDeclineCodes(network === '' ? query : `${network} ${query}`, codes, words, ...searched);
  const readings: CodeReading[] = [];
  for (const { entry } of hits) {
    const meaning = say(words, `meaning.${entry.meaning}`);
    if (readings.some((one) => one.meaning === meaning)) continue;
    const alike = hits.filter((one) => one.entry.code === entry.code && one.entry.meaning === entry.meaning);
    readings.push({
      id: `${entry.scheme} ${entry.code}`,
      scheme: [...new Set(alike.map((one) => say(words, `scheme.${one.entry.scheme}`)))].join(', '),
      code: entry.code,
      meaning,
      means: entry.meaning,
      action: say(words, `action.${entry.action}`),
      retry: say(words, `retry.${entry.retry}`),
      diagnosis: entry.diagnosis,
    });
  }
  const unclear = network !== '' || hits.some((hit) => hit.ambiguous);
  return {
    readings: readings.slice(0, SHOWN),
    networks: unclear ? CARD_NETWORKS.map((id) => ({ id, name: say(words, `scheme.${id}`) })) : [],
  };
}
