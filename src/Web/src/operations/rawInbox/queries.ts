import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api/client';

const PAGE = 50;

/** What arrived and belongs to nobody, newest first, page by page. */
export const rawInbox = infiniteQueryOptions({
  queryKey: ['raw-inbox'],
  initialPageParam: null as string | null,
  queryFn: ({ pageParam, signal }) =>
    ask(
      api.GET('/api/v1/raw-inbox', {
        params: { query: { limit: PAGE, before: pageParam === null ? undefined : Number(pageParam) } },
        signal,
      }),
    ),
  getNextPageParam: (last) => last.next,
});

/** One item with what came. It is not kept longer than it is looked at. */
export const rawItem = (id: number) =>
  queryOptions({
    queryKey: ['raw-item', id],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/raw-inbox/{id}', { params: { path: { id } }, signal })),
    gcTime: 0,
  });

export const replay = (id: number) => ask(api.POST('/api/v1/raw-inbox/{id}/replay', { params: { path: { id } } }));
