/** Reads the page with a list of expressions. */
import { makeRegExpLoop } from './regexp-loop.ts';
import { asAnswer, input, leave } from './script.ts';

leave(asAnswer(makeRegExpLoop(input<string>().split('\n'))(document.body.textContent!)));
