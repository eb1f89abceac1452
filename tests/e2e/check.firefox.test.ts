import { checkSuite } from './check.ts';
import { inFirefox } from './support.ts';

checkSuite('Firefox', inFirefox());
