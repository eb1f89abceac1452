/** The script on Alipay's pages, the large part: brought by the background when the small part (`detector.ts`) asks for it. Wiring only. */
import { agentOf } from '../components/hint/agent.ts';
import { deliverAgent } from '../lib/detect/handover.ts';
import { loadDetectTable } from '../lib/generated/detect-table.ts';
import { hearExtension, pageLink } from '../lib/state/page-link.ts';

export default { main: () => deliverAgent(agentOf(loadDetectTable, pageLink, hearExtension)) };
