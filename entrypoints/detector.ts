/**
 * The script on Alipay's pages, the small part: wiring only. `chrome.runtime` is touched when a text that may matter can be seen and never
 * before, because merely touching it costs every page more than the whole survey does.
 */
import { startDetector } from '../components/hint/start-detector.ts';
import { gateTable } from '../lib/generated/gate.ts';
import { pageLink } from '../lib/state/page-link.ts';

export default { main: () => startDetector(gateTable, pageLink) };
