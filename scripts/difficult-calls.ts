/** Twelve calls as a difficult agent leads them: what was said, and the end the sheet has to come to. */
import type { DiagnosisId } from '../lib/library/schema.ts';
import type { Party } from '../lib/library/call-script.ts';
import type { CallPlace } from '../lib/call/script.ts';

export interface DifficultCall {
  title: string;
  /** What makes it difficult, and what to look at. */
  about: string;
  party: Party;
  diagnosis: DiagnosisId | null;
  place?: CallPlace;
  answers: readonly string[];
  end: string;
}

export const DIFFICULT_CALLS: readonly DifficultCall[] = [
  {
    title: 'The agent interrupts the opening',
    about:
      'The fraud system is named before the caller has asked anything. One "yes", one lifted block, one try while they watch.',
    party: 'bank',
    diagnosis: 'bank-declined',
    answers: ['was-it-you', 'hold-removed', 'try-now', 'payment-went-through', 'next'],
    end: 'done-paid',
  },
  {
    title: 'Verified three times, held twice, transferred once',
    about: 'Each interruption comes back to the line where it came. The path does not grow with the repeats.',
    party: 'bank',
    diagnosis: 'bank-declined',
    answers: [
      'must-verify',
      'verified',
      'please-hold',
      'back-on-line',
      'next',
      'must-verify',
      'confirm-in-app',
      'confirmed-in-app',
      'please-hold',
      'back-on-line',
      'other-department',
      'connected',
      'must-verify',
      'verified',
      'sees-declined',
      'reason-fraud',
      'hold-removed',
      'next',
      'next',
    ],
    end: 'retry-now-once',
  },
  {
    title: 'Two characters of the password',
    about:
      'Normal at some banks when one has dialled the number oneself. The caller gives single characters, then the app is asked for and does not open abroad.',
    party: 'bank',
    diagnosis: 'bank-blocks-international',
    answers: [
      'asks-password-letters',
      'confirm-in-app',
      'app-fails',
      'verified',
      'next',
      'sees-declined',
      'reason-abroad-online',
      'switch-in-own-app',
      'next',
    ],
    end: 'open-own-app-switch',
  },
  {
    title: 'A fraudster asks twice for the code',
    about: 'The first refusal is polite; the second is the end of the call.',
    party: 'bank',
    diagnosis: null,
    answers: ['next', 'asks-for-code', 'checks-otherwise', 'asks-for-code', 'insists-on-code'],
    end: 'hang-up-call-again',
  },
  {
    title: '"We see nothing", and "call Alipay"',
    about:
      'The caller asks for the other lists and for the names. Nothing is there: the bank is not the cause, and no try is offered.',
    party: 'bank',
    diagnosis: 'bank-declined',
    answers: ['next', 'sees-nothing', 'still-nothing', 'card-is-open', 'next'],
    end: 'go-to-alipay',
  },
  {
    title: 'Approved, then cancelled by the merchant',
    about: 'Money may have moved and come back. No end may offer a payment before Alipay shows none.',
    party: 'bank',
    diagnosis: 'outcome-unknown',
    answers: ['sees-approved', 'reversed', 'next'],
    end: 'alipay-cancelled',
  },
  {
    title: "We can't whitelist merchants",
    about:
      'The caller does not want that: one payment marked as genuine is enough. The agent says no; another card and the question in writing remain.',
    party: 'bank',
    diagnosis: 'bank-blocks-merchant-category',
    answers: [
      'what-is-alipay',
      'understood',
      'next',
      'sees-declined',
      'reason-merchant',
      'cannot-whitelist',
      'cannot-let-through',
      'names-card',
      'next',
    ],
    end: 'use-other-card',
  },
  {
    title: 'Nobody has changed anything, "you can try now"',
    about:
      'Every topic is fine, nothing was lifted. "You can try now" is met with "has anything been changed?", and ends in writing.',
    party: 'bank',
    diagnosis: 'bank-declined',
    answers: [
      'sees-declined',
      'reason-none',
      'sees-no-more',
      'no-hold',
      'all-open',
      'not-blocked',
      'within-limits',
      'step-up-fine',
      'product-allowed',
      'next',
      'try-now',
      'nothing-changed',
      'next',
    ],
    end: 'call-back-written',
  },
  {
    title: 'Come to a branch, or call tomorrow',
    about: 'The caller is abroad. The fraud team is closed; the end says when and which number.',
    party: 'bank',
    diagnosis: 'card-blocked-by-bank',
    answers: [
      'must-visit-branch',
      'goes-on-now',
      'sees-declined',
      'reason-fraud',
      'call-back-tomorrow',
      'names-time',
      'next',
    ],
    end: 'call-department',
  },
  {
    title: 'The YES was sent, the block is still on, the second try fails',
    about: 'The reply is already there. After the failed try the change is used up, and nothing offers a third.',
    party: 'bank',
    diagnosis: 'bank-declined',
    answers: [
      'sees-declined',
      'reason-fraud',
      'sees-my-reply',
      'hold-removed',
      'try-now',
      'payment-failed-again',
      'refused-again',
      'next',
    ],
    end: 'use-other-card',
  },
  {
    title: "Alipay's chat: robot, order number, documents by link",
    about:
      'The robot comes back, the person verifies, documents are wanted by a link. A link counts only in this chat and on alipay.com.',
    party: 'alipay',
    diagnosis: 'account-restricted',
    answers: [
      'only-robot',
      'connected',
      'must-verify',
      'verified',
      'only-robot',
      'connected',
      'next',
      'asks-for-documents',
      'send-elsewhere',
      'link-in-chat',
      'next',
    ],
    end: 'use-announced-link',
  },
  {
    title: 'A shop on the web whose Alipay is broken',
    about: 'No scanner and no cash there: the shop gets a message, then another method is asked for.',
    party: 'shop',
    diagnosis: 'merchant-integration-error',
    place: 'online',
    answers: ['shop-cannot-help', 'shop-takes-card'],
    end: 'pay-by-card',
  },
];
