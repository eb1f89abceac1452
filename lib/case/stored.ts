/**
 * A stored case, read piece by piece: what cannot be read (another version, a broken write) is left out and the rest is kept.
 * Ids are not checked here: an unknown one means nothing to `answerCase`.
 */
import {
  CERTAINTIES,
  type Certainty,
  EVIDENCE_KINDS,
  type EvidenceKind,
  PLACES,
  type Place,
  QUOTE_LIMIT,
} from '../messages.ts';
import {
  type Evidence,
  type Fact,
  MOST_EVIDENCE,
  RESULTS,
  type Result,
  type Sighting,
  type Signal,
} from './evidence.ts';

const ID = /^[a-z0-9][a-z0-9-]{0,59}$/;
const COUNTRY = /^[A-Z]{2}$/;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value);
const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const textOf = (value: unknown, limit: number): string => (typeof value === 'string' ? value.slice(0, limit) : '');

function readSighting(value: unknown): Sighting | null {
  if (!isRecord(value) || !isId(value.diagnosis) || !CERTAINTIES.includes(value.certainty as Certainty)) return null;
  return { diagnosis: value.diagnosis, certainty: value.certainty as Certainty, code: textOf(value.code, 80) };
}

function readFact(value: unknown): Fact | null {
  if (!isRecord(value) || !isId(value.question) || !isId(value.answer)) return null;
  return { question: value.question, answer: value.answer, words: textOf(value.words, 200) };
}

function readSignal(value: unknown): Signal | null {
  if (!isRecord(value)) return null;
  const [kind, place] = [value.kind as EvidenceKind, value.place as Place];
  return EVIDENCE_KINDS.includes(kind) && PLACES.includes(place)
    ? { kind, rule: textOf(value.rule, 100), place }
    : null;
}

function listOf<T>(value: unknown, read: (one: unknown) => T | null, most: number): T[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, most).flatMap((one) => read(one) ?? []);
}

const readQuote = (value: unknown): string | null =>
  typeof value === 'string' ? value.slice(0, QUOTE_LIMIT + 1) : null;

function readPiece(value: unknown): Evidence | null {
  if (!isRecord(value) || !isTime(value.at)) return null;
  const { kind, at } = value;
  switch (kind) {
    case 'sighting': {
      const sighting = readSighting(value);
      if (!sighting) return null;
      const { source, live, host } = value;
      const quotes = listOf(value.quotes, readQuote, 6);
      const signals = listOf(value.signals, readSignal, 6);
      return {
        kind,
        ...sighting,
        source: textOf(source, 80),
        live: live === true,
        quotes,
        ...(signals.length > 0 ? { signals } : {}),
        host: textOf(host, 253),
        at,
      };
    }
    case 'text':
      return {
        kind,
        sightings: listOf(value.sightings, readSighting, 5),
        facts: listOf(value.facts, readFact, 40),
        quotes: listOf(value.quotes, readQuote, 6),
        at,
      };
    case 'answer': {
      const { question, answer } = value;
      const isAnswer = isId(answer) || (typeof answer === 'string' && COUNTRY.test(answer));
      return isId(question) && isAnswer ? { kind, question, answer: answer as string, at } : null;
    }
    case 'told':
      return isId(value.id) ? { kind, id: value.id, from: textOf(value.from, 20), at } : null;
    case 'result':
      return RESULTS.includes(value.result as Result) ? { kind, result: value.result as Result, at } : null;
    default:
      return null;
  }
}

/** Evidence from anything stored, the oldest first. Never throws. */
export function readStoredEvidence(value: unknown): Evidence[] {
  const list = isRecord(value) ? value.evidence : value;
  return Array.isArray(list) ? list.slice(-MOST_EVIDENCE).flatMap((one) => readPiece(one) ?? []) : [];
}

/** The form in which evidence is stored. */
export const storedCase = (evidence: readonly Evidence[]): unknown => ({ version: 1, evidence });
