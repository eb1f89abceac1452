/**
 * The ids of the diagnoses: the names of the files in `diagnoses/`. They are a contract: links, tests and reports use them. Read from
 * disk at build time and in tests; what ships knows only the type, which `generate.ts` writes to `lib/generated/diagnosis-id.ts`.
 */
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DiagnosisId } from '../generated/diagnosis-id.ts';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), 'diagnoses');

/** The ids a folder's file names give, in the order of the alphabet. */
export function idsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
}

/** The diagnoses there are. */
export const DIAGNOSIS_IDS = idsIn(FOLDER) as [DiagnosisId, ...DiagnosisId[]];

/** The module with the type of an id, as it is written to `lib/generated`. */
export const diagnosisIdModule = (): string =>
  `// Generated from the names in lib/library/diagnoses by lib/library/generate.ts. Do not edit.\nexport type DiagnosisId =\n${DIAGNOSIS_IDS.map(
    (id) => `  | '${id}'\n`,
  )
    .join('')
    .trimEnd()};\n`;
