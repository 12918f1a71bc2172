import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../api/client';
import type { HoldBody } from '../../api/schema';

/** All legal holds, the newest first. */
export const holds = queryOptions({
  queryKey: ['holds'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/holds', { signal })),
});

/** The newest runs of disposal. While one is under way it is looked at again. */
export const disposals = queryOptions({
  queryKey: ['disposals'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/disposals', { params: { query: { limit: 10 } }, signal })),
  refetchInterval: ({ state }) => (state.data?.items.some((run) => run.ended_at === null) ? 1_000 : false),
});

export function usePlaceHold() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: HoldBody) => ask(api.POST('/api/v1/holds', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: holds.queryKey }),
  });
}

export function useLiftHold(hold: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      ask(api.POST('/api/v1/holds/{hold}/lift', { params: { path: { hold } }, body: { reason } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: holds.queryKey }),
  });
}

export function useDispose() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => ask(api.POST('/api/v1/disposals')),
    onSuccess: () => queries.invalidateQueries({ queryKey: disposals.queryKey }),
  });
}
