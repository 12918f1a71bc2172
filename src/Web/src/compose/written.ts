import type { MessageBody } from '../api/schema';
import { hasAddress } from '../thread/address';
import type { Draft } from '../thread/draft';
import { limitOf } from './limits';
import { sameTwice, titlesOf } from './replyButtons';
import type { Standing, WritingChannel } from './standing';

/** What a draft is on the channel that it goes out on: what belongs to WhatsApp waits in the draft while one writes elsewhere. */
export type Written = {
  /** Reply buttons can be added; those that are there are shown. */
  takesButtons: boolean;
  /** There is a link, and WhatsApp can show the contact a preview of it. */
  takesPreview: boolean;
  /** The longest text. */
  limit: number;
  /** Null where it can't be sent as it is. */
  body: MessageBody | null;
};

export function written(draft: Draft, channel: WritingChannel, way: Standing['text']): Written {
  const text = draft.text.trim();
  const takesButtons = channel === 'whatsapp' && way === 'open';
  const titles = takesButtons ? titlesOf(draft.buttons) : [];
  const takesPreview = channel === 'whatsapp' && way !== 'closed' && titles.length === 0 && hasAddress(text);
  const limit = limitOf(channel, titles.length > 0);
  const isReady = way !== 'closed' && text !== '' && draft.text.length <= limit && !sameTwice(titles);
  const body: MessageBody = {
    channel,
    text,
    ...(titles.length > 0 && { buttons: titles.map((title) => ({ title })) }),
    ...(takesPreview && draft.previewsLink && { preview_links: true }),
  };
  return { takesButtons, takesPreview, limit, body: isReady ? body : null };
}
