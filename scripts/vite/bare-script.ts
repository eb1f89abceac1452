import type { Plugin } from 'vite';

/**
 * Takes the framework's wrapper off the scripts that run in pages: it writes to the page's console, and it costs `detector.js`, which
 * stands on every page of Alipay's, a fiftieth of its size. The build fails when the wrapper is no longer found.
 */
export function bareScript(): Plugin {
  return {
    name: 'bare-script',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('unlisted-script-entrypoint') || id.includes('user-unlisted')) return null;
      const definition = /^import definition from .+;$/m.exec(code);
      if (!definition || !code.includes('definition.main()'))
        throw new Error('WXT changed: its script wrapper was not found (scripts/vite/bare-script.ts)');
      return { code: `${definition[0]}\nexport default definition.main();`, map: null };
    },
  };
}
