import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** Writes `sw.js`: the service worker with the list of what makes the shell, and a name that changes with it. */
export function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: 'src/shell/worker.ts', fileName: 'sw.js' });
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const worker = bundle['sw.js'];
        if (worker?.type !== 'chunk') this.error('The service worker was not built.');
        // Only what is named by its content can be kept for good.
        const shell = Object.keys(bundle)
          .filter((name) => name.startsWith('assets/') && /\.(js|css)$|inter-latin-wght/.test(name))
          .sort()
          .map((name) => `/${name}`);
        const release = createHash('sha256').update(shell.join('\n')).digest('hex').slice(0, 12);
        worker.code = `const RELEASE = ${JSON.stringify(release)}, SHELL = ${JSON.stringify(shell)};\n${worker.code}`;
      },
    },
  };
}
