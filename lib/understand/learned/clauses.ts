/** Cuts a story into clauses: what is between ends of sentences, commas and words that set one thing against another. */

const ENDS = /[.!?。！？;；…\n\r؟،]+(?=\s|$|[^\d])|,\s|(?<=\p{sc=Han}),(?=\p{sc=Han})|，|、(?=.{5})|\s[-–—]\s/u;
/** "But" and its like in the reading languages; a new clause begins with them. */
const BUT =
  /(?=(?<![\p{L}])(?:but|however|while|although|aber|jedoch|sondern|mais|alors que|pero|sino|mas|porém|ma(?!\s(?:carte|banque|cb|visa|mastercard|commande|demande|limite|facture|tentative|femme|mère|sœur|fille|copine|société|boîte|connexion|ligne|prépayée)(?!\p{L}))|però|tuttavia|но|однако|لكن|ولكن|بينما|maar|ale|jednak|ama|fakat|ancak|tapi|tetapi|namun|nhưng)(?![\p{L}]))|(?=但是|但|可是|不过|却|而且)|(?<=けど|けれど|ですが|のに|だが)|(?<=는데|지만|은데)|(?=แต่)/iu;

/**
 * Commas that part who says something from what is said: "банк подтвердил, что …", "Die Bank sagt, sie …". Cut there, "the bank confirmed"
 * would stand alone and say the contrary of "the bank confirmed that it was declined".
 */
const FRAME =
  /,(?=\s(?:что|чтобы|dass|daß|ob)(?!\p{L}))|(?<=(?<!\p{L})(?:sagt|sagte|sagten|sagen|meint|meinte|bestätigt|bestätigte|behauptet|говорит|говорят|сказал|сказали|сказала|подтвердил|подтвердили|ответил|ответили))[,:](?=\s)|(?<=银行|客服|銀行)(说|說|确认|確認|回复|回覆|表示|告诉我|告訴我)[，,：:]/gu;
/** Stands in for such a comma while the text is cut. */
const HELD = '\ue000';

/** A clause shorter than this says nothing by itself. */
const SHORTEST = 4;
/** More than this is no story but a book. */
const MOST = 80;

/** The clauses of a text as typed, trimmed, in order; of a text with more, its beginning and its end, where the news stands. */
export function clausesOf(text: string, most = MOST, shortest = SHORTEST): string[] {
  const kept: string[] = [];
  const framed = text.replaceAll(HELD, ' ').replace(FRAME, (found) => {
    kept.push(found.at(-1)!);
    return found.slice(0, -1) + HELD;
  });
  const clauses = framed
    .split(ENDS)
    .flatMap((part) => part.split(BUT))
    .map((part) => part.trim().replaceAll(HELD, () => kept.shift()!))
    .filter((part) => part.length >= shortest);
  return clauses.length <= most ? clauses : [...clauses.slice(0, most / 2), ...clauses.slice(-most / 2)];
}
