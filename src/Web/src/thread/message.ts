import type { MessageSummary } from '../api/schema';

export type Channel = 'whatsapp' | 'sms' | 'voice';

/** received; on its way; what became of it. */
export type Status =
  | 'received'
  | 'waiting'
  | 'queued'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'read'
  | 'played'
  | 'failed'
  | 'outcome_unknown';

export const isOurs = (message: MessageSummary) => message.direction === 'out';

export const channelOf = (message: Pick<MessageSummary, 'channel'>) => message.channel as Channel;

export const statusOf = (message: Pick<MessageSummary, 'status'>) => message.status as Status;

/** The provider's time where it gave one: when it was written and not when we heard of it. */
export const timeOf = (message: MessageSummary) => new Date(message.provider_at ?? message.at);
