import { readFileSync } from 'node:fs';

/** Whether a test file asks for an environment of its own, as those do that want a document. */
export const wantsDocument = (file: string): boolean => readFileSync(file, 'utf8').startsWith('// @vitest-environment');
