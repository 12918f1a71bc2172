/// <reference lib="webworker" />
/**
 * The service worker: opens the shell without a connection. It keeps nothing of the API, so that no message lies in a browser's cache.
 * RELEASE and SHELL are put in front of it by the build.
 */
export {};

declare const self: ServiceWorkerGlobalScope;
declare const RELEASE: string;
declare const SHELL: string[];

const CACHE = `shell-${RELEASE}`;
const PAGE = '/';
const PAGES = /^\/($|lines\/|lines$|admin\/|admin$|operations\/|operations$|privacy$)/;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll([PAGE, ...SHELL]))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (PAGES.test(pathname)) event.respondWith(fetch(request).catch(() => kept(PAGE)));
  } else if (SHELL.includes(pathname)) {
    event.respondWith(kept(pathname));
  }
});

async function kept(path: string): Promise<Response> {
  return (await caches.match(path, { cacheName: CACHE })) ?? fetch(path);
}
