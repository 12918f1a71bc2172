import { expect, test } from 'vitest';
import type { InboxThread } from '../api/schema';
import { aThread } from '../testing/samples';
import { placed } from './queries';

const lists = (next: string | null, ...pages: InboxThread[][]) => ({
  pageParams: pages.map(() => null as string | null),
  pages: pages.map((items, page) => ({ items, next: page === pages.length - 1 ? next : 'more' })),
});

const order = (shown: ReturnType<typeof lists>) => shown.pages.map((page) => page.items.map((item) => item.contact.id));

test('A thread in which something was written rises to the top', () => {
  const shown = lists(null, [aThread('a', 9), aThread('b', 8)], [aThread('c', 7)]);
  expect(order(placed(shown, aThread('c', 10)))).toEqual([['c', 'a'], ['b']]);
});

test('A thread whose status alone changed stays where it is', () => {
  const shown = lists(null, [aThread('a', 9), aThread('b', 8)]);
  const changed = placed(shown, aThread('b', 8, { version: 20, last_status: 'read' }));
  expect(order(changed)).toEqual([['a', 'b']]);
  expect(changed.pages[0]?.items[1]?.last_status).toBe('read');
});

test('A new thread comes in, and one below what is loaded comes with its own page', () => {
  const shown = lists('next', [aThread('a', 9), aThread('b', 8)]);
  expect(order(placed(shown, aThread('new', 10)))).toEqual([['new', 'a', 'b']]);
  expect(placed(shown, aThread('old', 1))).toBe(shown);
  expect(order(placed(lists(null, [aThread('a', 9)]), aThread('old', 1)))).toEqual([['a', 'old']]);
});

test('What is older than what is shown changes nothing', () => {
  const shown = lists(null, [aThread('a', 9, { version: 30 })]);
  expect(placed(shown, aThread('a', 9, { version: 29 }))).toBe(shown);
});
