import type { InboxThread, MessageSummary } from '../api/schema';

/** A thread of the inbox, as the API describes one. */
export function aThread(contact: string, minute: number, more: Partial<InboxThread> = {}): InboxThread {
  return {
    contact: { id: contact, name: contact, phone: null, bsuid: null },
    last_activity_at: at(minute),
    unread: 0,
    preview: null,
    last_direction: 'in',
    last_status: 'received',
    last_kind: 'text',
    channel: 'whatsapp',
    version: minute,
    ...more,
  };
}

/** A message of a thread, as the API describes one. */
export function aMessage(place: number, more: Partial<MessageSummary> = {}): MessageSummary {
  return {
    message_id: `m${place}`,
    place,
    direction: 'in',
    channel: 'whatsapp',
    kind: 'text',
    status: 'received',
    text: `Text ${place}`,
    at: at(place),
    ...more,
  };
}

/** So many minutes into a certain day. */
export function at(minute: number): string {
  return new Date(2026, 10, 20, 9, minute).toISOString();
}
