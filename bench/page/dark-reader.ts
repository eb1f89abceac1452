/** Dark Reader with its usual theme, from the start of the page, as its extension puts it on. */
import { enable } from 'darkreader';

enable({ brightness: 100, contrast: 100, sepia: 0 });
