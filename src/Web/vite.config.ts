import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { firstLoad } from './build/firstLoad.ts';
import { serviceWorker } from './build/serviceWorker.ts';

const product = 'http://127.0.0.1:5080';

export default defineConfig({
  plugins: [react(), serviceWorker(), firstLoad({ script: 250_000 })],
  build: {
    outDir: '../../artifacts/web',
    emptyOutDir: true,
    target: 'es2022',
    // Everything is loaded from our own origin and by address: the content security policy takes no inlined data.
    assetsInlineLimit: 0,
    // What the first page may weigh is said above.
    chunkSizeWarningLimit: 1000,
  },
  server: {
    proxy: Object.fromEntries(['/api', '/icons', '/sign-in', '/sign-out', '/pages'].map((path) => [path, product])),
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/testing/setup.ts'],
    restoreMocks: true,
  },
});
