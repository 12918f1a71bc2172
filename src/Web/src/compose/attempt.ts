import { useCallback, useRef } from 'react';
import { mayPass } from '../api/client';

/** Does something under an idempotency key of its own: the same one until there is an answer, so that a lost answer makes nothing twice. */
export function useAttempt(): <T>(act: (key: string) => Promise<T>) => Promise<T> {
  const key = useRef<string | null>(null);
  return useCallback(async (act) => {
    key.current ??= crypto.randomUUID();
    try {
      const done = await act(key.current);
      key.current = null;
      return done;
    } catch (error) {
      if (!mayPass(error)) key.current = null;
      throw error;
    }
  }, []);
}
