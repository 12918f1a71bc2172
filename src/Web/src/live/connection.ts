import { useSyncExternalStore } from 'react';

/** `live`: the feed is there. `lost`: it broke off and is being tried again. `offline`: the device has no network. */
export type Connection = 'live' | 'lost' | 'offline';

let feed: 'open' | 'lost' | 'none' = 'none';
const listeners = new Set<() => void>();

export function setFeed(state: typeof feed): void {
  if (feed === state) return;
  feed = state;
  notify();
}

function notify(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

function current(): Connection {
  if (!navigator.onLine) return 'offline';
  return feed === 'lost' ? 'lost' : 'live';
}

export const useConnection = () => useSyncExternalStore(subscribe, current);

/** Called each time when there may be a connection again. */
export function onReconnected(act: () => void): () => void {
  let before = current();
  return subscribe(() => {
    const now = current();
    if (now === 'live' && before !== 'live') act();
    before = now;
  });
}
