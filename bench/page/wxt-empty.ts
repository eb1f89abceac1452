/** An empty content script as the framework WXT builds it: its context, which knows when the extension is gone, and nothing else. */
import { ContentScriptContext } from 'wxt/utils/content-script-context';

void new ContentScriptContext('empty', {});
