/**
 * Sentences as pages write them, by the family that must read them. Written from what the diagnoses mean; none is a known
 * sentence of the library (a test sees to it), so that only the family can find it.
 */
import texts from '../fixtures/texts/families.json' with { type: 'json' };

export const FAMILY_TEXTS: Readonly<Record<string, readonly string[]>> = texts;
