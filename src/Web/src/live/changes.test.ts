import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ThreadDetails } from '../api/schema';
import { aMessage } from '../testing/samples';
import { messages, thread } from '../thread/queries';
import { Changes } from './changes';

let answers: { path: string; answer: (body: unknown) => void }[];
let queries: QueryClient;
let changes: Changes;

beforeEach(() => {
  vi.useFakeTimers();
  answers = [];
  vi.stubGlobal(
    'fetch',
    (request: Request) =>
      new Promise<Response>((resolve) => {
        answers.push({ path: new URL(request.url).pathname, answer: (body) => resolve(Response.json(body)) });
      }),
  );
  queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  changes = new Changes(queries, 'l');
});

afterEach(() => {
  changes.drop();
  queries.clear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const settle = () => vi.advanceTimersByTimeAsync(100);
const details = (version: number) =>
  ({ contact: { id: 'c', name: 'C' }, thread: null, session: { version } }) as ThreadDetails;
const shown = () => queries.getQueryData(thread('l', 'c').queryKey)?.session.version;

function change(cursor: number, message?: string): void {
  changes.take({ cursor, contact: 'c', version: cursor, type: 'x', message_id: message, at: '' });
}

test('A change that comes while an older look at the thread is under way is looked at after it', async () => {
  void queries.fetchQuery(thread('l', 'c'));
  await settle();
  change(2);
  await settle();
  expect(answers).toHaveLength(1);
  answers[0]?.answer(details(1));
  await settle();
  expect(answers).toHaveLength(2);
  change(3);
  await settle();
  answers[1]?.answer(details(2));
  await settle();
  answers[2]?.answer(details(3));
  await settle();
  expect(shown()).toBe(3);
});

test('A message that comes while an older page of the thread is loaded is not lost with it', async () => {
  const { queryKey } = messages('l', 'c');
  queries.setQueryData(queryKey, { pageParams: [null], pages: [{ items: [aMessage(5)], next: '5' }] });
  void queries.fetchInfiniteQuery({ ...messages('l', 'c'), pages: 2, staleTime: 0 });
  await settle();
  change(6, 'm6');
  await settle();
  for (const { path, answer } of [...answers]) {
    if (path.endsWith('/m6')) answer(aMessage(6));
    else if (path.endsWith('/c')) answer(details(6));
  }
  await settle();
  answers.find(({ path }) => path.endsWith('/messages'))?.answer({ items: [aMessage(5)], next: '5' });
  await settle();
  answers.filter(({ path }) => path.endsWith('/messages'))[1]?.answer({ items: [aMessage(4)], next: null });
  await settle();
  const places = queries.getQueryData(queryKey)?.pages.flatMap((page) => page.items.map((item) => item.place));
  expect(places).toEqual([6, 5, 4]);
});

test('What was fetched before the feed began is looked at again, and an older page that comes meanwhile stays', async () => {
  const { queryKey } = messages('l', 'c');
  queries.setQueryData(queryKey, { pageParams: [null], pages: [{ items: [aMessage(5)], next: '5' }] });
  changes.begin();
  void queries.fetchInfiniteQuery({ ...messages('l', 'c'), pages: 2, staleTime: 0 });
  await settle();
  answers[0]?.answer({ items: [aMessage(5)], next: '5' });
  await vi.advanceTimersByTimeAsync(1500);
  expect(answers).toHaveLength(3);
  answers[2]?.answer({ items: [aMessage(6), aMessage(5)], next: '5' });
  await settle();
  answers[1]?.answer({ items: [aMessage(4)], next: null });
  await settle();
  const places = queries.getQueryData(queryKey)?.pages.flatMap((page) => page.items.map((item) => item.place));
  expect(places).toEqual([6, 5, 4]);
});
