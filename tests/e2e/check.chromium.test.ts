import { checkSuite } from './check.ts';
import { inChromium } from './support.ts';

checkSuite('Chromium', inChromium());
