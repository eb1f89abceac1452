import { describe, expect, it } from 'vitest';
import { plainFactsIn } from '../../../lib/understand/plain/plain-facts.ts';
import { statementsOf } from '../../../lib/understand/plain/statements.ts';

const factsIn = (text: string): string[] => plainFactsIn(statementsOf(text)).map(({ fact }) => fact);

describe('that the app works where the website fails', () => {
  it.each([
    'the app works, the website fails',
    'In the Alipay app it fails not, it works in the app. Only the website does not.',
    'In der App geht es, auf der Website nicht.',
    "L'appli marche, le site non.",
    'La app funciona, la web no.',
    'No app funciona, no site não.',
    "L'app funziona, il sito no.",
    'В приложении все работает, на сайте ошибка.',
    'التطبيق يعمل، الموقع لا',
    'App里可以付，网页付不了',
    'アプリなら使えます。サイトはエラー。',
    '앱에서는 되는데 웹사이트는 안 돼요',
  ])('is stated: %s', (text) => {
    expect(factsIn(text)).toContain('app-or-web=app-works');
  });

  it.each([
    'Does the app work?',
    'The app does not work',
    'If the app works I will use it',
    'App也不行',
    '앱은 안 돼요',
    'my banking app shows nothing',
  ])('is not stated: %s', (text) => {
    expect(factsIn(text)).not.toContain('app-or-web=app-works');
  });
});
