import type { ContactCard, LineCard, Me } from '../api/schema';
import { forget, keep, kept } from '../shell/kept';
import type { WritingChannel } from './standing';

/** What there is to choose from. SMS that the line has and the contact can't get is shown, and says why. */
export type Channels = { whatsapp: boolean; sms: 'offered' | 'no_phone' | 'none' };

/** WhatsApp is there only where organisation, person and line have it. */
export function channelsOf(person: Pick<Me, 'whatsapp_enabled'>, line: LineCard, contact: ContactCard): Channels {
  const has = (channel: WritingChannel) => line.numbers.some((number) => number.channel === channel);
  return {
    whatsapp: person.whatsapp_enabled && has('whatsapp'),
    sms: !has('sms') ? 'none' : contact.phone ? 'offered' : 'no_phone',
  };
}

/** The chosen one where it can be had, else WhatsApp, else SMS; null where there is neither. */
export function pickChannel(channels: Channels, chosen: WritingChannel | null): WritingChannel | null {
  if (chosen === 'sms' && channels.sms === 'offered') return 'sms';
  if (channels.whatsapp) return 'whatsapp';
  return channels.sms === 'none' ? null : 'sms';
}

const name = (line: string, contact: string) => `channel.${line}.${contact}`;

export const keptChannel = (line: string, contact: string) => kept<WritingChannel>(name(line, contact));

export function keepChannel(line: string, contact: string, channel: WritingChannel | null): void {
  if (channel) keep(name(line, contact), channel);
  else forget(name(line, contact));
}
