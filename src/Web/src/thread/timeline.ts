import type { MessageSummary } from '../api/schema';
import type { Outgoing } from '../outbox/outbox';
import type { Returned } from '../outbox/returned';
import { dayOf } from '../words/times';
import { timeOf } from './message';

/** What stands in the timeline, one below the other. */
export type Entry =
  | { kind: 'beginning'; key: string }
  | { kind: 'day'; key: string; day: number }
  | { kind: 'message'; key: string; message: MessageSummary; joined: boolean }
  | { kind: 'outgoing'; key: string; item: Outgoing }
  | { kind: 'returned'; key: string; item: Returned };

/** Messages of one side that follow within this time are one group. */
const JOINED_WITHIN = 4 * 60 * 1000;

/** The timeline, oldest first: a line between days, groups of what one side wrote in one go, and at the end what is still on its way. */
export function timeline(
  pages: readonly Page[],
  outgoing: readonly Outgoing[],
  returned: readonly Returned[],
  isWhole: boolean,
): Entry[] {
  const parts: (readonly Entry[])[] = [];
  let before: MessageSummary | null = null;
  for (let at = pages.length - 1; at >= 0; at--) {
    const page = pages[at] as Page;
    parts.push(entriesOf(page, before));
    before = page.items[0] ?? before;
  }
  if (isWhole && before) parts.unshift([{ kind: 'beginning', key: 'beginning' }]);
  parts.push(returned.map((item) => ({ kind: 'returned', key: item.key, item })));
  parts.push(outgoing.map((item) => ({ kind: 'outgoing', key: item.key, item })));
  return parts.flat();
}

/** Messages, newest first, as they were fetched. */
type Page = { readonly items: readonly MessageSummary[] };

/**
 * What was made of a page, for as long as neither it nor the message before it changes: however much of a conversation is loaded, only
 * what is new is looked at, and what stands there stays the same object.
 */
const made = new WeakMap<Page['items'], { before: MessageSummary | null; entries: readonly Entry[] }>();

function entriesOf({ items }: Page, before: MessageSummary | null): readonly Entry[] {
  const known = made.get(items);
  if (known && known.before === before) return known.entries;
  const entries = makeEntries(items, before);
  made.set(items, { before, entries });
  return entries;
}

function makeEntries(newestFirst: readonly MessageSummary[], first: MessageSummary | null): readonly Entry[] {
  const entries: Entry[] = [];
  let before = first;
  for (const message of newestFirst.toReversed()) {
    const day = dayOf(timeOf(message));
    const isSameDay = before !== null && dayOf(timeOf(before)) === day;
    if (!isSameDay) entries.push({ kind: 'day', key: `day-${message.place}`, day });
    const joined = before !== null && isSameDay && belongs(before, message);
    entries.push({ kind: 'message', key: message.message_id, message, joined });
    before = message;
  }
  return entries;
}

function belongs(before: MessageSummary, message: MessageSummary): boolean {
  return (
    before.direction === message.direction &&
    before.author === message.author &&
    before.channel === message.channel &&
    timeOf(message).getTime() - timeOf(before).getTime() < JOINED_WITHIN
  );
}
