import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../api/client';

/** The newest signed tree head of the ledger; null where none was signed yet. */
export const newestHead = queryOptions({
  queryKey: ['archive-head'],
  queryFn: async ({ signal }) => {
    const page = await ask(api.GET('/api/v1/archive/heads', { params: { query: { limit: 1 } }, signal }));
    if (page.newest === 0) return null;
    return ask(api.GET('/api/v1/archive/heads/{head}', { params: { path: { head: page.newest } }, signal }));
  },
});

export const keys = queryOptions({
  queryKey: ['archive-keys'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/archive/keys', { signal })),
});

export const anchors = queryOptions({
  queryKey: ['archive-anchors'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/archive/anchors', { params: { query: { limit: 10 } }, signal })),
});

export const reconciliations = queryOptions({
  queryKey: ['reconciliations'],
  queryFn: ({ signal }) =>
    ask(api.GET('/api/v1/archive/reconciliations', { params: { query: { limit: 10 } }, signal })),
});

export function useSign() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => ask(api.POST('/api/v1/archive/heads')),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: newestHead.queryKey }),
        queries.invalidateQueries({ queryKey: keys.queryKey }),
      ]),
  });
}

export function useReconcile() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => ask(api.POST('/api/v1/archive/reconciliations')),
    onSuccess: () => queries.invalidateQueries({ queryKey: reconciliations.queryKey }),
  });
}
