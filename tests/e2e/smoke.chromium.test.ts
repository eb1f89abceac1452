import { SMOKE_ROUTES, smokeSuite } from './smoke.ts';
import { inChromium } from './support.ts';

smokeSuite('chromium', inChromium({ routes: SMOKE_ROUTES }));
