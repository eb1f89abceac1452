/** npm run calls: writes the twelve difficult calls (difficult-calls.ts) line by line to docs/calls.md, as the sheet leads them. */
import { writeFileSync } from 'node:fs';
import json from '../lib/library/call-script.json';
import en from '../lib/i18n/locales/en/script.json';
import zh from '../lib/i18n/locales/zh-CN/script.json';
import library from '../lib/i18n/locales/en/library.json';
import { callScript } from '../lib/library/call-script.ts';
import type { Diagnosis } from '../lib/library/schema.ts';
import { linesOf, type CallFacts, type Tongue } from '../lib/call/lines.ts';
import {
  answerCall,
  beginCall,
  currentNode,
  planCall,
  topicsFor,
  type CallPlan,
  type CallProgress,
} from '../lib/call/script.ts';
import { running, say } from '../lib/i18n/index.ts';
import { loadCaseData } from './case.ts';
import { DIFFICULT_CALLS, type DifficultCall } from './difficult-calls.ts';

const SCRIPT = callScript.parse(json);
const EN: Tongue = { tag: 'en', words: en };
const ZH: Tongue = { tag: 'zh-CN', words: zh };
const FACTS: CallFacts = {
  at: Date.UTC(2026, 10, 27, 12, 8),
  zone: 'Europe/Berlin',
  amount: '350 CNY',
  home: '45 EUR',
  lastFour: '1234',
  code: '',
  agent: '',
  reference: '',
  callTime: '',
  text: '',
};

/** The plan of a difficult call. */
export function planOf(
  call: DifficultCall,
  diagnoses: Partial<Record<string, Pick<Diagnosis, 'id' | 'script'>>>,
): CallPlan {
  const diagnosis = call.diagnosis === null ? null : diagnoses[call.diagnosis]!;
  return planCall(SCRIPT[call.party], topicsFor(SCRIPT[call.party], diagnosis), call.place);
}

/** What is said in turn: the caller's line, the other side's answer. Throws where the sheet does not offer an answer. */
export function transcript(plan: CallPlan, answers: readonly string[]): { said: string[]; progress: CallProgress } {
  const tongue = plan.party === 'bank' ? EN : ZH;
  const said: string[] = [];
  const seen = new Set<string>();
  let progress = beginCall(plan);
  for (const answer of answers) {
    const card = currentNode(plan, progress);
    const spoken = running(linesOf(card, tongue, 'en', FACTS), tongue.tag);
    const line = seen.has(card.id) ? 'the same line again' : spoken;
    const meaning = tongue === EN || seen.has(card.id) ? '' : ` (${running(linesOf(card, EN, 'en', FACTS), 'en')})`;
    const next = answerCall(plan, progress, answer);
    if (next === progress) throw new Error(`${card.id} does not offer ${answer}`);
    said.push(
      `- You: ${line}${meaning}`,
      `- They: ${answer === 'next' ? '(goes on)' : `“${say(en, `answer.${answer}`)}”`}`,
    );
    seen.add(card.id);
    progress = next;
  }
  return { said, progress };
}

/** The page as text. */
export function callsPage(): string {
  const { diagnoses } = loadCaseData().library;
  const parts = DIFFICULT_CALLS.map((call, at) => {
    const plan = planOf(call, diagnoses);
    const { said, progress } = transcript(plan, call.answers);
    const { outcome } = currentNode(plan, progress);
    const title = call.diagnosis === null ? 'no cause known' : say(library, `title.${call.diagnosis}`);
    return [
      `## ${at + 1}. ${call.title}`,
      '',
      `${{ bank: 'The bank', alipay: 'Alipay', shop: 'The shop' }[call.party]}; “${title}”. ${call.about}`,
      '',
      ...said,
      `- **${say(en, `end.${outcome}`)}.** ${say(en, `end.${outcome}.body`)}`,
    ].join('\n');
  });
  return `# Twelve difficult calls\n\nWritten by \`npm run calls\` from scripts/difficult-calls.ts, after each call was led by hand. The tests lead them again.\n\n${parts.join('\n\n')}\n`;
}

if (process.argv[1]?.endsWith('calls.ts')) writeFileSync(new URL('../docs/calls.md', import.meta.url), callsPage());
