import { type InfiniteData, infiniteQueryOptions, type QueryClient } from '@tanstack/react-query';
import { api, ask } from '../api/client';
import type { InboxThread, PageOfInboxThread } from '../api/schema';
import { untilIdle } from '../query/untilIdle';
import type { Channel } from '../thread/message';

/** Which threads of a line: by contact, by what they have had, by what is unread. */
export type Filter = { search: string; channel: Channel | null; unread: boolean };

export const everything: Filter = { search: '', channel: null, unread: false };

export const isEverything = ({ search, channel, unread }: Filter) => !search && !channel && !unread;

const PAGE = 50;

const listsOf = (line: string) => ['lines', line, 'threads'] as const;

/** The threads of a line, newest activity first, page by page. */
export const threads = (line: string, filter: Filter) =>
  infiniteQueryOptions({
    queryKey: [...listsOf(line), filter],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      ask(
        api.GET('/api/v1/lines/{line}/threads', {
          params: {
            path: { line },
            query: {
              limit: PAGE,
              cursor: pageParam ?? undefined,
              unread: filter.unread || undefined,
              search: filter.search || undefined,
              channel: filter.channel ?? undefined,
            },
          },
          signal,
        }),
      ),
    getNextPageParam: (last) => last.next,
    staleTime: Number.POSITIVE_INFINITY,
  });

type Lists = InfiniteData<PageOfInboxThread, string | null>;

/** A thread has risen or changed: puts it in its place in the whole list, and lets lists that choose be fetched again. */
export async function placeThread(queries: QueryClient, line: string, thread: InboxThread): Promise<void> {
  const { queryKey } = threads(line, everything);
  await untilIdle(queries, queryKey);
  queries.setQueryData<Lists>(queryKey, (lists) => lists && placed(lists, thread));
  void queries.invalidateQueries({
    queryKey: listsOf(line),
    predicate: (query) => !isEverything(query.queryKey[3] as Filter),
  });
}

export function placed(lists: Lists, thread: InboxThread): Lists {
  const threads = lists.pages.flatMap((page) => page.items);
  const before = threads.find((known) => known.contact.id === thread.contact.id);
  if (before && before.version > thread.version) return lists;

  const others = threads.filter((known) => known !== before);
  const at = others.findIndex((other) => other.last_activity_at < thread.last_activity_at);
  const lastPage = lists.pages[lists.pages.length - 1];
  // Below what is loaded it comes with its own page.
  if (at < 0 && lastPage?.next && !before) return lists;
  const items = at < 0 ? [...others, thread] : [...others.slice(0, at), thread, ...others.slice(at)];
  return repaged(lists, items);
}

/** The same items on as many pages as before; the last one takes what is over. */
function repaged(lists: Lists, items: InboxThread[]): Lists {
  let from = 0;
  const last = lists.pages.length - 1;
  return {
    ...lists,
    pages: lists.pages.map((page, index) => {
      const to = index === last ? items.length : from + page.items.length;
      const part = { ...page, items: items.slice(from, to) };
      from = to;
      return part;
    }),
  };
}

export function forgetLists(queries: QueryClient, line: string): Promise<void> {
  return queries.invalidateQueries({ queryKey: listsOf(line) });
}
