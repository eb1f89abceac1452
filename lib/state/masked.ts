/**
 * What a page script says is masked a second time before it is kept: a compromised page process can speak as our script, and an address or a
 * telephone number in a quote would stand in our popup.
 */
import { type Evidence, type Finding, QUOTE_LIMIT } from '../messages.ts';
import { isCodeShape } from '../privacy/code-shape.ts';
import { redact } from '../privacy/redact.ts';

/** `<diagnosis>/<family>`: words joined by hyphens, hardly a digit among them; never a sentence, a number or a token. */
const RULE = /^[a-z-]{1,60}\/[a-z]{1,24}\d?(?:-[a-z]{1,24}\d?){0,7}$/;
const isRule = (rule: string): boolean =>
  rule.startsWith('code/') ? rule === 'code/unknown' || isCodeShape(rule.slice(5)) : RULE.test(rule);

/** Ellipses stand for what our script left out, and masking would take them for three full stops. */
const maskedQuote = (quote: string): string =>
  quote
    .split(/( ?… ?)/)
    .map((part, index) => (index % 2 ? part : redact(part, QUOTE_LIMIT)))
    .join('');

function maskedEvidence(one: Evidence): Evidence {
  const isCode = one.kind === 'code' || one.kind === 'address';
  const [name, value] = one.quote.includes('=') ? one.quote.split('=', 2) : ['', one.quote];
  const isPlain = isCode && /^\w{0,20}$/.test(name!) && (value === '*' || isCodeShape(value!));
  return {
    kind: one.kind,
    place: one.place,
    rule: isRule(one.rule) ? one.rule : '',
    quote: isPlain ? one.quote : maskedQuote(one.quote),
  };
}

/**
 * A finding as it may be kept: quotes masked, codes of a known shape only, host and time by our own knowledge.
 * @param host host of the document as the browser names it
 * @param at our own clock
 */
export function maskedFinding(finding: Finding, host: string, at: number): Finding {
  return {
    diagnosis: finding.diagnosis,
    certainty: finding.certainty,
    code: isCodeShape(finding.code) ? finding.code : '',
    evidence: finding.evidence.map(maskedEvidence),
    host,
    at,
  };
}
