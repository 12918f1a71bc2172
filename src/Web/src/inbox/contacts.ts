import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { api, ask } from '../api/client';

const PAGE = 30;

/** The organisation's contacts by name. */
export const contacts = (search: string) =>
  infiniteQueryOptions({
    queryKey: ['contacts', search],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      ask(
        api.GET('/api/v1/contacts', {
          params: { query: { limit: PAGE, cursor: pageParam ?? undefined, search: search || undefined } },
          signal,
        }),
      ),
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
