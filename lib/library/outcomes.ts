/** Where the money can be, the least grave first. Apart from the schemas, because the pages must not carry zod. */
export const OUTCOMES = ['not-paid', 'maybe-paid', 'held', 'paid'] as const;
