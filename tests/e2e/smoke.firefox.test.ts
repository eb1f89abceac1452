import { SMOKE_ROUTES, smokeSuite } from './smoke.ts';
import { inFirefox } from './support.ts';

smokeSuite('firefox', inFirefox({ routes: SMOKE_ROUTES }));
