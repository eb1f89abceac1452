/** Reads the text nodes one by one, as most page readers do, and looks at none of them. */
import { leave } from './script.ts';
import { walkText } from './walk-text.ts';

leave(walkText());
