import { hostileInFirefox } from './firefox-part.ts';

hostileInFirefox(0);
