import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, ask } from '../../api/client';
import type { OperationsView } from '../../api/schema';
import { askFrom, joined } from './history';

/** As often as silos report. */
const POLL = 2000;

/** The server waits two seconds for each part; who has not answered after four more is not there. */
const PATIENCE = 6000;

/** What is older than this is said to be. */
const FRESH = 7000;

const key = ['operations'];

/** How the product does, again and again while the page is seen and nobody paused it. */
export function useSnapshot(isPaused: boolean) {
  const queries = useQueryClient();
  return useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const known = queries.getQueryData<OperationsView>(key)?.history;
      const now = await ask(
        api.GET('/api/v1/operations', {
          params: { query: { from: askFrom(known) } },
          signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
        }),
      );
      return { ...now, history: joined(known, now.history) };
    },
    staleTime: 0,
    retry: false,
    refetchInterval: !isPaused && POLL,
    refetchOnWindowFocus: !isPaused,
  });
}

/** Whether what is shown is of now. Looked at each second, because an answer that does not come tells nothing. */
export function useIsFresh(updatedAt: number): boolean {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const look = () => setNow(Date.now());
    const timer = setInterval(look, 1000);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return now - updatedAt < FRESH;
}
