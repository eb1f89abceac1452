/** A list of expressions tried one after the other, as technology and cookie-notice detectors do. */
const asExpression = (phrase: string): RegExp => new RegExp(phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i');

/** Makes the loop; it gives the ids of the phrases in a text. */
export function makeRegExpLoop(phrases: readonly string[]): (text: string) => Set<number> {
  const expressions = phrases.map(asExpression);
  return (text) => {
    const ids = new Set<number>();
    for (let id = 0; id < expressions.length; id++) if (expressions[id]!.test(text)) ids.add(id);
    return ids;
  };
}
