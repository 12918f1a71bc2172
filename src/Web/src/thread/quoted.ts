import type { MessageSummary, PageOfMessageSummary } from '../api/schema';
import type { Entry } from './timeline';

type Pages = readonly PageOfMessageSummary[];

/** The message that an entry answers, where it is loaded. */
export function quotedBy(entry: Entry, pages: Pages): MessageSummary | undefined {
  switch (entry.kind) {
    case 'message':
      return entry.message.in_reply_to ? withProviderId(pages, entry.message.in_reply_to) : undefined;
    case 'outgoing':
    case 'returned':
      return entry.item.body.reply_to ? withId(pages, entry.item.body.reply_to) : undefined;
    default:
      return undefined;
  }
}

const byProviderId = new WeakMap<MessageSummary[], Map<string | null | undefined, MessageSummary>>();

/** Each page is looked through once. */
function withProviderId(pages: Pages, id: string): MessageSummary | undefined {
  for (const { items } of pages) {
    const known = byProviderId.get(items) ?? new Map(items.map((message) => [message.provider_message_id, message]));
    byProviderId.set(items, known);
    const found = known.get(id);
    if (found) return found;
  }
  return undefined;
}

function withId(pages: Pages, id: string): MessageSummary | undefined {
  for (const { items } of pages) {
    const found = items.find((message) => message.message_id === id);
    if (found) return found;
  }
  return undefined;
}
