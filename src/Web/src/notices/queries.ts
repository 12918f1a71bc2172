import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, ask } from '../api/client';
import type { Me } from '../api/schema';
import { has } from '../shell/me';

const MINUTE = 60_000;

/** Rules tell administrators and compliance officers. */
export const isTold = (person: Me) => has(person, 'administrator') || has(person, 'compliance');

/** How many the reader has not seen. */
export const unseen = queryOptions({
  queryKey: ['notices', 'unseen'],
  queryFn: async ({ signal }) => {
    const { unseen } = await ask(api.GET('/api/v1/notices', { params: { query: { limit: 1 } }, signal }));
    return unseen;
  },
  refetchInterval: MINUTE,
});

/** All of the reader's, newest first, page by page. */
export const notices = infiniteQueryOptions({
  queryKey: ['notices', 'list'],
  initialPageParam: null as string | null,
  queryFn: ({ pageParam, signal }) =>
    ask(
      api.GET('/api/v1/notices', {
        params: { query: { limit: 50, before: pageParam === null ? undefined : Number(pageParam) } },
        signal,
      }),
    ),
  getNextPageParam: (last) => last.next,
  // What is new stands out for as long as the page is open.
  refetchOnWindowFocus: false,
  gcTime: 0,
});

export const see = (through: number) => ask(api.POST('/api/v1/notices/seen', { body: { through } }));
