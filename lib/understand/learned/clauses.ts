/** Cuts a story into clauses: what is between ends of sentences, commas and words that set one thing against another. */

const ENDS = /[.!?。！？;；…\n\r؟،]+(?=\s|$|[^\d])|,\s|，|、(?=.{5})|\s[-–—]\s/u;
/** "But" and its like in the reading languages; a new clause begins with them. */
const BUT =
  /(?=(?<![\p{L}])(?:but|however|while|although|aber|jedoch|sondern|mais|alors que|pero|sino|mas|porém|ma|però|tuttavia|но|однако|لكن|ولكن|بينما|maar|ale|jednak|ama|fakat|ancak|tapi|tetapi|namun|nhưng)(?![\p{L}]))|(?=但是|但|可是|不过|却|而且)|(?<=けど|けれど|ですが|のに|だが)|(?<=는데|지만|은데)|(?=แต่)/iu;

/** A clause shorter than this says nothing by itself. */
const SHORTEST = 4;
/** More than this is no story but a book. */
const MOST = 80;

/** The clauses of a text as typed, trimmed, in order. */
export function clausesOf(text: string): string[] {
  return text
    .split(ENDS)
    .flatMap((part) => part.split(BUT))
    .map((part) => part.trim())
    .filter((part) => part.length >= SHORTEST)
    .slice(0, MOST);
}
