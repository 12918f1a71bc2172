import { QueryCache, QueryClient } from '@tanstack/react-query';
import { isSignedOut, mayPass } from '../api/client';

const SECOND = 1000;

/** What was fetched stays until the live feed says that it changed. */
export function makeQueryClient(onSignedOut: () => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: (error) => isSignedOut(error) && onSignedOut() }),
    defaultOptions: {
      queries: {
        staleTime: 30 * SECOND,
        retry: (failures, error) => mayPass(error) && failures < 3,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
}
