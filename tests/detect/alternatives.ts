/** Takes regular-expression sources apart at their outermost `|`, so that each alternative can be taken out by itself. */

/** The alternatives of a source, split outside groups and classes. */
function splitTop(source: string): string[] {
  const out: string[] = [];
  let depth = 0;
  let inClass = false;
  let current = '';
  for (let i = 0; i < source.length; i++) {
    const sign = source[i]!;
    if (sign === '\\') {
      current += sign + source[++i];
      continue;
    }
    if (inClass) inClass = sign !== ']';
    else if (sign === '[') inClass = true;
    else if (sign === '(') depth++;
    else if (sign === ')') depth--;
    if (sign === '|' && depth === 0 && !inClass) {
      out.push(current);
      current = '';
    } else current += sign;
  }
  return [...out, current];
}

/** A source that is one group behind a plain beginning: `^.{0,4}(?:a|b)` or `\b(?:a|b)\b`. */
const GROUP = /^(\^?(?:\\b|\\s\*)?(?:\.\{[\d,]+\})?)\(\?:([\s\S]*)\)((?:\\b)?(?:\(\?!.*\))?)$/;

const isBalanced = (source: string): boolean => {
  let depth = 0;
  for (const [sign] of source.replace(/\\./g, '').matchAll(/[()]/g))
    if ((depth += sign === '(' ? 1 : -1) < 0) return false;
  return depth === 0;
};

/** Every alternative of a guard; a group that holds all of one alternative is taken apart as well. */
export function alternativesOf(source: string): string[] {
  return splitTop(source).flatMap((one) => {
    const [, before, inner, after] = GROUP.exec(one) ?? [];
    if (!before || !inner || !isBalanced(inner)) return [one];
    return alternativesOf(inner).map((part) => `${before}(?:${part})${after ?? ''}`);
  });
}
