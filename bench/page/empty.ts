/** Does nothing: what any content script costs. */
import { leave } from './script.ts';

leave('');
