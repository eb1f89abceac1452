import type { Plugin } from 'vite';

/**
 * Takes `dangerouslySetInnerHTML` out of the shipped Preact, so that no shipped byte can write HTML. Store linters warn of
 * the assignment although the product never uses it; the build fails when the pattern is no longer found.
 */
export function noInnerHtml(): Plugin {
  return {
    name: 'no-inner-html',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/preact\/dist\/preact\.(module|mjs)/.test(id)) return null;
      const out = code.replace(/\(?\w+\.innerHTML\s*=\s*\w+\.__html\)?/, '(0)');
      if (out === code)
        throw new Error('Preact changed: its innerHTML assignment was not found (scripts/vite/no-inner-html.ts)');
      return { code: out, map: null };
    },
  };
}
