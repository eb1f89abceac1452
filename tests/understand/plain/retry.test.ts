/** Another attempt that went through is a payment made; one that failed uses up what was changed before it. */
import { describe, expect, it } from 'vitest';
import { retriesIn } from '../../../lib/understand/plain/retry.ts';
import { statementsOf } from '../../../lib/understand/plain/statements.ts';

const endOf = (text: string): string | undefined => retriesIn(statementsOf(text)).at(-1)?.ended;

describe('another attempt', () => {
  it.each([
    'I tried again and it worked.',
    'I tried again and it went through.',
    'First attempt failed with an error, I tried again and the second one went through.',
    'In the end the payment did go through.',
    'Beim ersten Mal abgelehnt, beim zweiten Versuch hat es geklappt.',
    'Ich habe es nochmals probiert und dann ging es durch.',
    "J'ai recommencé et cette fois le paiement est passé.",
    'Refusé la première fois, accepté au deuxième essai.',
    'Volví a intentarlo y esta vez sí pasó el pago.',
    'Al segundo intento se realizó el pago.',
    'Tentei de novo e deu certo.',
    'Ho riprovato e il pagamento è andato a buon fine.',
    'Попробовал ещё раз, и платёж прошёл.',
    'حاولت مرة أخرى ونجحت العملية هذه المرة.',
    '再试了一次，成功了',
    '第一次被拒，第二次居然通过了',
    '後來我又試了一次，就付款成功了',
    'もう一度試したら成功しました。',
    '다시 시도했더니 결제가 됐어요.',
  ])('went through: %s', (text) => expect(endOf(text)).toBe('worked'));

  it.each([
    'I tried again and it failed with the same message.',
    'ich habe es noch einmal versucht, wieder abgelehnt.',
    "J'ai réessayé, même message.",
    'Lo intenté otra vez y volvió a fallar.',
    'Tentei de novo e foi recusado outra vez.',
    "Ho riprovato e l'ha rifiutata di nuovo.",
    'Я попробовал снова, опять отказ.',
    'حاولت مرة أخرى لكن فشلت العملية مجددا.',
    '我又试了一次，还是失败',
    'もう一度試しましたが、また失敗しました。',
    '다시 시도했는데 또 거절됐어요.',
  ])('failed as well: %s', (text) => expect(endOf(text)).toBe('failed'));

  it.each([
    'I tried again and it did not work.',
    'If I try again and it works, am I fine?',
    'Will it go through the second time?',
    'It worked again at the supermarket with the same card.',
    'I tried again in another shop and it worked.',
    'Ich habe es nochmal versucht und es hat nicht geklappt.',
    'Wenn ich es noch einmal versuche, klappt es dann?',
    "J'ai réessayé mais ça n'a pas marché.",
    'Lo intenté de nuevo y no funcionó.',
    'Ho riprovato e non ha funzionato.',
    'Я попробовал ещё раз, не получилось.',
    '再试一次会成功吗？',
    '又试了一次，没成功',
    'もう一度試したら成功しますか？',
    '다시 시도했는데 안 됐어요.',
    'My second card has expired.',
  ])('did not go through, or nobody says so: %s', (text) => expect(endOf(text)).not.toBe('worked'));
});
