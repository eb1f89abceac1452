/** Reads the whole page with our second stage. */
import { loadWords } from './ours.ts';
import type { OursTable } from './ours-table.ts';
import { asAnswer, input, leave } from './script.ts';

leave(asAnswer(loadWords(input<Omit<OursTable, 'gate'>>())(document.body.textContent!)));
