/** Wires the meaning of a bank's decline code that was typed into the box. */
import { DeclineAnswer } from '../../components/popup/decline-answer.tsx';
import type { LateParts } from '../../components/popup/popup-props.ts';
import { readDeclineCode } from '../../lib/call/code.ts';
import { typedCode } from '../../lib/understand/typed-code.ts';
import { loadWords } from '../../lib/i18n/load.ts';
import file from '../../lib/library/decline-codes.json';
import type { DeclineCode } from '../../lib/library/schema.ts';
import type { Desk } from './desk.ts';

const CODES = file as readonly DeclineCode[];

/** Codes are read out in the bank's language, and their names are English on any card: words are searched in those too. */
export async function bankCodePart(desk: Desk): Promise<LateParts> {
  const { screen, bank } = desk.settings();
  const others = [...new Set([bank, 'en' as const])].filter((one) => one !== screen);
  const [words, ...searched] = await Promise.all([screen, ...others].map((one) => loadWords(one, 'decline-codes')));
  return {
    code(text, answered, onOpen) {
      const found = typedCode(text, CODES, words!, ...searched);
      // The Chinese name of a code is also the message Alipay shows for it, and the box has explained that already.
      if (found === null || (found === 'words' && answered && /\p{Script=Han}/u.test(text))) return null;
      return (
        <DeclineAnswer
          typed={text}
          lookUp={(typed, network) => readDeclineCode(typed, network, CODES, words!, ...searched)}
          voice={desk.voice()}
          onOpen={onOpen}
        />
      );
    },
  };
}
