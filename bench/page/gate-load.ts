/** Makes our first stage and asks it one short text. */
import { loadGate } from './ours.ts';
import type { OursTable } from './ours-table.ts';
import { input, leave } from './script.ts';

const { gate, probe } = input<Pick<OursTable, 'gate'> & { probe: string }>();
leave(loadGate({ gate }).touches(probe) ? 'passed' : 'stopped');
