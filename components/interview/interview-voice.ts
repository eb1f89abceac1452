import type { Voice } from '../shared/voice.ts';

/** The words that the interview speaks with. */
export type InterviewVoice = Voice<'interview' | 'library'>;
