/**
 * The worker that reads pictures. It loads the engine's files, which lie beside it in the extension unchanged, and nothing else: the policy
 * below lets scripts through only from this extension's own folder. Nothing runs here before a picture comes.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { serveReading } from '../lib/understand/picture/serve.ts';
import type { MakeCore } from '../lib/understand/picture/engine.ts';

/** Where scripts/vite/picture-engine.ts puts the files. */
const FOLDER = '/picture';
const CORE = 'tesseract-core-simd-lstm';

interface WorkerScope {
  TesseractCore: MakeCore;
  trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createScriptURL: (address: string) => string },
    ): {
      createScriptURL(address: string): string;
    };
  };
  importScripts(address: string): void;
}

async function bytesOf(name: string): Promise<ArrayBuffer> {
  // eslint-disable-next-line no-restricted-globals -- a file of this extension; its CSP allows no other address
  const answer = await fetch(`${FOLDER}/${name}`);
  if (!answer.ok) throw new Error(`no ${name}`);
  return answer.arrayBuffer();
}

async function unpacked(name: string): Promise<Uint8Array> {
  const packed = new Blob([await bytesOf(name)]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

export default defineUnlistedScript(() => {
  const scope = globalThis as unknown as WorkerScope;
  serveReading(self as never, {
    core: async () => {
      const own = (address: string): string => {
        const { origin, pathname } = new URL(address, location.origin);
        if (origin !== location.origin || !pathname.startsWith(`${FOLDER}/`)) throw new TypeError('not our own script');
        return address;
      };
      const policy = scope.trustedTypes?.createPolicy('card-rescue-engine', { createScriptURL: own });
      const address = `${FOLDER}/${CORE}.js`;
      scope.importScripts(policy ? policy.createScriptURL(address) : own(address));
      return scope.TesseractCore;
    },
    wasm: () => bytesOf(`${CORE}.wasm`),
    language: (name) => unpacked(`${name}.traineddata.gz`),
  });
});
