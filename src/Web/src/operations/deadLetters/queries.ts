import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api/client';

/** As many as the server gives at once. */
const MOST = 200;

/** Oldest first. They go by themselves when the follower has caught up, so they are asked for again while they are looked at. */
export const deadLetters = queryOptions({
  queryKey: ['dead-letters'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/dead-letters', { params: { query: { limit: MOST } }, signal })),
  staleTime: 0,
  refetchInterval: 10_000,
});

export const retry = (id: string) => ask(api.POST('/api/v1/dead-letters/{id}/retry', { params: { path: { id } } }));
