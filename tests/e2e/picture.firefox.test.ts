import { PICTURE_ROUTES, pictureSuite } from './picture.ts';
import { inFirefox } from './support.ts';

pictureSuite('Firefox', inFirefox({ routes: PICTURE_ROUTES }));
