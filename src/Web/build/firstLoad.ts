import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Fails the build when what the first page loads before it can show anything has grown over the limit, in compressed bytes. */
export function firstLoad(limit: { script: number }): Plugin {
  return {
    name: 'first-load',
    generateBundle(_, bundle) {
      const seen = new Set<string>();
      const visit = (name: string) => {
        const chunk = bundle[name];
        if (chunk?.type === 'chunk' && !seen.has(name)) {
          seen.add(name);
          chunk.imports.forEach(visit);
        }
      };
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk' && chunk.isEntry && !chunk.fileName.startsWith('sw')) visit(chunk.fileName);
      }
      const bytes = [...seen].reduce((sum, name) => {
        const chunk = bundle[name];
        return chunk?.type === 'chunk' ? sum + gzipSync(chunk.code).length : sum;
      }, 0);
      this.info(`First load: ${bytes} bytes of compressed script.`);
      if (bytes > limit.script) {
        this.error(`The first load has ${bytes} bytes of compressed script; ${limit.script} is the limit.`);
      }
    },
  };
}
