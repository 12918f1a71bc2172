import { expect, test } from 'vitest';
import type { MessageSummary } from '../api/schema';
import { aMessage } from '../testing/samples';
import { withMessage } from './queries';

const pages = (next: string | null, ...items: MessageSummary[][]) => ({
  pageParams: items.map(() => null as string | null),
  pages: items.map((page, index) => ({ items: page, next: index === items.length - 1 ? next : 'more' })),
});

const places = (shown: ReturnType<typeof pages>) => shown.pages.map((page) => page.items.map((item) => item.place));

test('A new message comes in once, however often it is told', () => {
  let shown = pages(null, [aMessage(2), aMessage(1)]);
  shown = withMessage(shown, aMessage(3));
  shown = withMessage(shown, aMessage(3));
  expect(places(shown)).toEqual([[3, 2, 1]]);
});

test('A message that was told late comes to its place', () => {
  expect(places(withMessage(pages(null, [aMessage(5), aMessage(3)], [aMessage(1)]), aMessage(4)))).toEqual([
    [5, 4, 3],
    [1],
  ]);
});

test('A changed message of an older page is changed there', () => {
  const shown = withMessage(pages(null, [aMessage(5)], [aMessage(2), aMessage(1)]), aMessage(1, { status: 'read' }));
  expect(places(shown)).toEqual([[5], [2, 1]]);
  expect(shown.pages[1]?.items[1]?.status).toBe('read');
});

test('What is older than what is loaded waits for its page, and at the beginning of the thread comes in', () => {
  const open = pages('next', [aMessage(5)]);
  expect(withMessage(open, aMessage(1))).toBe(open);
  expect(places(withMessage(pages(null, [aMessage(5)]), aMessage(1)))).toEqual([[5, 1]]);
  expect(places(withMessage(pages(null, []), aMessage(1)))).toEqual([[1]]);
});
