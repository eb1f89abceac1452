import { PICTURE_ROUTES, pictureSuite } from './picture.ts';
import { inChromium } from './support.ts';

pictureSuite('Chromium', inChromium({ routes: PICTURE_ROUTES }));
