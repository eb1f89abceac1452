import { defineConfig } from 'wxt';
import { generateLibrary } from './lib/library/generate.ts';
import { ALIPAY_PAGES } from './lib/privacy/alipay-host.ts';
import { bareScript } from './scripts/vite/bare-script.ts';
import { engineFiles } from './scripts/vite/picture-engine.ts';
import { noInnerHtml } from './scripts/vite/no-inner-html.ts';

export default defineConfig({
  imports: false,
  webExt: { disabled: true },
  zip: { artifactTemplate: '{{name}}-{{packageVersion}}-{{browser}}.zip' },
  manifestVersion: 3,
  vite: () => ({
    plugins: [bareScript(), noInnerHtml()],
    // One small readable file per page is worth more than a few saved bytes in the extension's own pages; the page script
    // is minified because it runs beside a payment on cheap phones.
    // A page names the chunks that it needs at once, so that they come together; what is imported later needs no help.
    build: {
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_file, deps, { hostType }) => (hostType === 'html' ? deps : []),
      },
    },
  }),
  hooks: {
    // Before WXT reads the entrypoints: in a fresh clone they import what is generated here, and `npm ci` would fail.
    ready: () => generateLibrary(),
    // The engine that reads pictures travels as its packages ship it, each file loaded only when a picture comes.
    'build:publicAssets': (_wxt, files) => {
      for (const { from, to } of engineFiles()) files.push({ absoluteSrc: from, relativeDest: to });
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    // activeTab and scripting serve "Check this page" and the command that explains a selection, contextMenus the same in the menu.
    permissions: ['storage', 'activeTab', 'scripting', 'contextMenus'],
    host_permissions: [ALIPAY_PAGES],
    action: { default_title: '__MSG_action__' },
    // Only the first has keys from the start: what a page or the browser uses itself is not taken away.
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+R' } },
      'explain-selection': { description: '__MSG_explain__' },
      'focus-hint': { description: '__MSG_focusHint__' },
    },
    // The detector is an unlisted script, not a WXT content script: no framework runtime, no message to the page.
    content_scripts: [
      {
        matches: [ALIPAY_PAGES],
        all_frames: true,
        match_about_blank: true,
        run_at: 'document_start',
        js: ['detector.js'],
      },
    ],
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; img-src 'self'; " +
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'card-rescue@card-rescue.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : { minimum_chrome_version: '116' }),
  }),
});
