/** Builds one of the packages and asks it one short text; without a name only brings them all, which is taken off the others' time. */
import { AHO_CORASICK } from '../peers/matchers.ts';
import { asAnswer, input, leave } from './script.ts';

export interface PeerInput {
  name: string;
  probe: string;
  /** A line each. */
  phrases: string;
}

const { name, probe, phrases } = input<PeerInput>();
const engine = AHO_CORASICK.find((one) => one.name === name);
leave(engine ? asAnswer(engine.build(phrases.split('\n')).ids(probe)) : AHO_CORASICK.length);
