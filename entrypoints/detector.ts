/**
 * The script on Alipay's pages: wiring only. `chrome.runtime` is touched on a hit and never before, because merely touching it costs
 * every page more than the whole reading does.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startDetector } from '../components/hint/start-detector.ts';
import { contentAddress, loadDetectTable } from '../lib/generated/detect-table.ts';
import { pageLink } from '../lib/state/page-link.ts';

export default defineUnlistedScript(() => startDetector(loadDetectTable, contentAddress, pageLink));
