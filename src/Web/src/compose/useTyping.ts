import { useCallback, useRef } from 'react';
import { api, ask } from '../api/client';

/** The contact's phone shows it for 25 seconds. */
const AGAIN_AFTER = 20_000;

/** Shows the contact that an answer is being written. Call it with each change; it tells no more often than it must. */
export function useTyping(line: string, contact: string): () => void {
  const told = useRef(Number.NEGATIVE_INFINITY);
  return useCallback(() => {
    const now = performance.now();
    if (now - told.current < AGAIN_AFTER) return;
    told.current = now;
    ask(api.POST('/api/v1/lines/{line}/threads/{contact}/typing', { params: { path: { line, contact } } })).catch(
      () => {
        // Nothing hangs on it.
      },
    );
  }, [line, contact]);
}
