import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api/client';
import { beginningOf } from '../times';

/** As it was typed and chosen; empty is not asked for. */
export type Criteria = {
  q: string;
  line: string;
  person: string;
  channel: string;
  direction: string;
  action: string;
  from: string;
  until: string;
};

export const nothing: Criteria = {
  q: '',
  line: '',
  person: '',
  channel: '',
  direction: '',
  action: '',
  from: '',
  until: '',
};

/** What fits in the archive, newest first, page by page. Each search is recorded, so it is not repeated by itself. */
export const found = (criteria: Criteria | null) =>
  infiniteQueryOptions({
    queryKey: ['archive-search', criteria],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const { from, until, ...words } = criteria ?? nothing;
      const asked = Object.fromEntries(Object.entries(words).filter(([, word]) => word.trim() !== ''));
      return ask(
        api.GET('/api/v1/archive/search', {
          params: {
            query: {
              ...asked,
              from: beginningOf(from),
              until: beginningOf(until, 1),
              before: pageParam === null ? undefined : Number(pageParam),
              limit: 50,
            },
          },
          signal,
        }),
      );
    },
    getNextPageParam: (last) => last.next,
    enabled: criteria !== null,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    gcTime: 0,
  });
