import { type InfiniteData, infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { api, ask } from '../api/client';
import type { MessageSummary, PageOfMessageSummary } from '../api/schema';
import { untilIdle } from '../query/untilIdle';

/** So many messages fill a screen and what is just above it. */
const NEWEST = 60;

/** So many come at a time when the reader goes back. */
const OLDER = 120;

/** The contact, and what may be sent on each channel. */
export const thread = (line: string, contact: string) =>
  queryOptions({
    queryKey: ['lines', line, 'thread', contact],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/v1/lines/{line}/threads/{contact}', { params: { path: { line, contact } }, signal })),
    staleTime: 30_000,
  });

const page = (line: string, contact: string, query: { limit: number; before?: number }, signal?: AbortSignal) =>
  ask(
    api.GET('/api/v1/lines/{line}/threads/{contact}/messages', { params: { path: { line, contact }, query }, signal }),
  );

/** The messages of a thread, newest first, page by page back to its beginning. */
export const messages = (line: string, contact: string) =>
  infiniteQueryOptions({
    queryKey: ['lines', line, 'messages', contact],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      page(line, contact, pageParam ? { limit: OLDER, before: Number(pageParam) } : { limit: NEWEST }, signal),
    getNextPageParam: (last) => last.next,
    staleTime: Number.POSITIVE_INFINITY,
  });

type Pages = InfiniteData<PageOfMessageSummary, string | null>;

/** Takes in a message that is new or has changed. */
export async function placeMessage(
  queries: QueryClient,
  line: string,
  contact: string,
  message: MessageSummary,
): Promise<void> {
  const { queryKey } = messages(line, contact);
  await untilIdle(queries, queryKey);
  queries.setQueryData<Pages>(queryKey, (pages) => pages && withMessage(pages, message));
}

/** Takes in a message as it was when the product took it, unless more is known of it by now. */
export async function placeNewMessage(
  queries: QueryClient,
  line: string,
  contact: string,
  message: MessageSummary,
): Promise<void> {
  const { queryKey } = messages(line, contact);
  await untilIdle(queries, queryKey);
  queries.setQueryData<Pages>(queryKey, (pages) =>
    pages && !has(pages, message) ? withMessage(pages, message) : pages,
  );
}

/** Looks at the newest messages again, and leaves alone what is known of older ones, and who is just fetching more of them. */
export async function placeNewest(queries: QueryClient, line: string, contact: string): Promise<void> {
  const { queryKey } = messages(line, contact);
  const { items } = await page(line, contact, { limit: NEWEST });
  await untilIdle(queries, queryKey);
  queries.setQueryData<Pages>(queryKey, (pages) => pages && items.reduceRight(withMessage, pages));
}

const has = (pages: Pages, message: MessageSummary) =>
  pages.pages.some(({ items }) => items.some((known) => known.message_id === message.message_id));

export function withMessage(pages: Pages, message: MessageSummary): Pages {
  const page = pages.pages.findIndex(({ items }) => items.some((known) => known.place <= message.place));
  const last = pages.pages.length - 1;
  // Older than what is loaded: it comes with its own page.
  if (page < 0 && pages.pages[last]?.next) return pages;
  const target = page < 0 ? last : page;
  return {
    ...pages,
    pages: pages.pages.map((known, index) =>
      index === target ? { ...known, items: placedIn(known.items, message) } : known,
    ),
  };
}

function placedIn(items: MessageSummary[], message: MessageSummary): MessageSummary[] {
  const others = items.filter((known) => known.message_id !== message.message_id);
  const at = others.findIndex((known) => known.place < message.place);
  return at < 0 ? [...others, message] : [...others.slice(0, at), message, ...others.slice(at)];
}
