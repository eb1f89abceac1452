/** Shapes that several schemas of the library share. Build time only. */
import { z } from 'zod';

/** An id: of a diagnosis, a step, a source, a card of the script. */
export const slug = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'lower-case words joined by hyphens');

export const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date as YYYY-MM-DD');

/** A country or region by its ISO 3166 code. */
export const country = z.string().regex(/^[A-Z]{2}$/, 'an ISO 3166 code');
