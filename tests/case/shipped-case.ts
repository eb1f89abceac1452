/** The case's data as it ships, made once for all tests. */
import { loadCaseData } from '../../scripts/case.ts';

export const shippedCase = loadCaseData();
