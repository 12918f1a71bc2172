import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask } from '../../api/client';
import type { ExportBody } from '../../api/schema';

/** What was asked for, newest first, page by page. */
export const exports = infiniteQueryOptions({
  queryKey: ['exports'],
  initialPageParam: null as string | null,
  queryFn: ({ pageParam, signal }) =>
    ask(
      api.GET('/api/v1/exports', {
        params: { query: { limit: 50, before: pageParam === null ? undefined : Number(pageParam) } },
        signal,
      }),
    ),
  getNextPageParam: (last) => last.next,
});

export function useOrderExport() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ExportBody) => ask(api.POST('/api/v1/exports', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: exports.queryKey }),
  });
}

/** Where the browser downloads an export: it says itself how far it has come. */
export const fileOf = (id: string) => `/api/v1/exports/${encodeURIComponent(id)}/file`;
