/** Amounts as one says them. The user types digits; the currency is said in the words of the language that is spoken. */

/** Currencies to choose from: those of most visitors to China first come in the list by their name, so only the codes stand here. */
export const CURRENCIES =
  'AED AUD BRL CAD CHF CLP COP CZK DKK EUR GBP HKD HUF IDR ILS INR JPY KRW KZT MOP MXN MYR NOK NZD PHP PLN RON RUB SAR SEK SGD THB TRY TWD UAH USD VND ZAR'.split(
    ' ',
  );

const DIGITS = /^\d{1,3}(?:[ ,.'’]?\d{3})*(?:[.,]\d{1,2})?$|^\d+(?:[.,]\d{1,2})?$/;

/** The number in what was typed, or null where it is more than a number ("350 yuan", "about 20"). */
export function numberIn(typed: string): number | null {
  const text = typed.trim();
  if (!DIGITS.test(text)) return null;
  const cents = /[.,](\d{1,2})$/.exec(text);
  const whole = (cents ? text.slice(0, cents.index) : text).replace(/\D/g, '');
  return Number(`${whole}.${cents?.[1] ?? '0'}`);
}

/** An amount as one says it ("350 Chinese yuan", "350人民币"); words that were typed stay as they are. */
export function spokenAmount(typed: string, currency: string, tag: string): string {
  const number = numberIn(typed);
  if (number === null || currency === '') return typed.trim();
  return new Intl.NumberFormat(tag, {
    style: 'currency',
    currency,
    currencyDisplay: 'name',
    minimumFractionDigits: Number.isInteger(number) ? 0 : 2,
  }).format(number);
}

/** A currency by its name ("euros" is said, "Euro" is chosen). */
export const currencyName = (currency: string, tag: string): string =>
  new Intl.DisplayNames([tag], { type: 'currency' }).of(currency) ?? currency;
