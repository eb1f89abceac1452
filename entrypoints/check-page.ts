/**
 * "Check this page": put into the current page by the user's click in the popup, and only then. Reads it once with the same detector and
 * gives the finding as its result; leaves nothing behind.
 */
import { makeGate } from '../lib/detect/gate.ts';
import { readOnce } from '../lib/detect/read-once.ts';
import { loadDetectTable } from '../lib/generated/detect-table.ts';
import { gateTable } from '../lib/generated/gate.ts';

export default { main: () => readOnce(loadDetectTable(), makeGate(gateTable)) };
