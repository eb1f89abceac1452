import { beforeAll, describe, expect, it } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };
import { BUILD_TIME, TARGETS, type Target, shipped } from './shipped.ts';

let files: Record<Target, Map<string, Buffer>>;
const manifests = {} as Record<Target, Record<string, unknown>>;

beforeAll(async () => {
  files = await shipped();
  for (const target of TARGETS)
    manifests[target] = JSON.parse(String(files[target].get('manifest.json'))) as Record<string, unknown>;
}, BUILD_TIME);

const ALIPAY = 'https://*.alipay.com/*';

/** All of the manifest but what only one browser has. Whatever is added here asks every user for more: look twice. */
const SHARED = {
  manifest_version: 3,
  name: '__MSG_name__',
  description: '__MSG_description__',
  version: packageFile.version,
  icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 96: 'icon/96.png', 128: 'icon/128.png' },
  default_locale: 'en',
  permissions: ['storage', 'activeTab', 'scripting'],
  host_permissions: [ALIPAY],
  action: { default_title: '__MSG_action__', default_popup: 'popup.html' },
  content_scripts: [
    { matches: [ALIPAY], all_frames: true, match_about_blank: true, run_at: 'document_start', js: ['detector.js'] },
  ],
  content_security_policy: {
    extension_pages:
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
  },
};

describe('the manifest', () => {
  it('of Chrome is exactly this', () => {
    expect(manifests.chrome).toEqual({
      ...SHARED,
      minimum_chrome_version: '116',
      background: { service_worker: 'background.js' },
    });
  });

  it('of Firefox is exactly this', () => {
    expect(manifests.firefox).toEqual({
      ...SHARED,
      browser_specific_settings: {
        gecko: {
          id: 'card-rescue@card-rescue.example',
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'] },
        },
        gecko_android: { strict_min_version: '142.0' },
      },
      background: { scripts: ['background.js'] },
    });
  });

  it.each(TARGETS)('of %s opens nothing to pages or other extensions', (target) => {
    for (const key of [
      'web_accessible_resources',
      'externally_connectable',
      'optional_permissions',
      'optional_host_permissions',
      'content_scripts_world',
      'devtools_page',
      'chrome_url_overrides',
      'commands',
      'omnibox',
      'sandbox',
      'update_url',
      'key',
    ])
      expect(manifests[target]).not.toHaveProperty(key);
    // The engine that reads pictures is WebAssembly: the one thing that is let through, and the policy of pages has it once.
    const manifest = JSON.stringify(manifests[target]).replace("'wasm-unsafe-eval'", '');
    expect(manifest).not.toMatch(/unsafe-|<all_urls>|\*:\/\/|"MAIN"|wasm/);
  });

  it.each(TARGETS)('of %s names files that are there', (target) => {
    const { icons, action, content_scripts: scripts } = SHARED;
    const background = manifests[target].background as { service_worker?: string; scripts?: string[] };
    const named = [
      ...Object.values(icons),
      action.default_popup,
      ...scripts.flatMap((one) => one.js),
      ...(background.scripts ?? [background.service_worker!]),
    ];
    expect(named.filter((name) => !files[target].has(name))).toEqual([]);
  });

  it.each(TARGETS)('of %s has its words in every language it says', (target) => {
    const keys = [...JSON.stringify(manifests[target]).matchAll(/__MSG_(\w+)__/g)].map((one) => one[1]!);
    const catalogues = [...files[target].keys()].filter((name) => /^_locales\/\w+\/messages\.json$/.test(name));
    expect(catalogues).toContain('_locales/en/messages.json');
    expect(catalogues).toContain('_locales/zh_CN/messages.json');
    for (const name of catalogues) {
      const words = JSON.parse(String(files[target].get(name))) as Record<string, { message: string }>;
      for (const key of keys) expect(words[key]?.message.length, `${name}: ${key}`).toBeGreaterThan(0);
      // The stores refuse longer ones.
      expect(words.name!.message.length, name).toBeLessThanOrEqual(75);
      expect(words.description!.message.length, name).toBeLessThanOrEqual(132);
    }
  });
});
