import type { MessageParts, MessageSummary } from '../../api/schema';

export type Medium = NonNullable<MessageParts['media']>;

/** Why a file isn't shown: no longer there; not to be shown to anybody; nothing that a browser shows; not to be had just now. */
export type Trouble = 'gone' | 'rejected' | 'unshowable' | 'passing';

/** Where the file of a message is read; null where the product can't fetch it: only WhatsApp holds files for us, and not those that we send. */
export function addressOf(line: string, contact: string, message: MessageSummary): string | null {
  if (message.channel !== 'whatsapp' || (message.direction === 'out' && !message.sent_from_app)) return null;
  const [l, c, m] = [line, contact, message.message_id].map(encodeURIComponent);
  return `/api/v1/lines/${l}/threads/${c}/messages/${m}/media`;
}

/** Asks for the first byte of a file: its size in bytes, or why it isn't to be had. What shows pictures and plays sounds doesn't tell. */
export async function weigh(address: string): Promise<number | Trouble> {
  try {
    const response = await fetch(new URL(address, window.location.origin), { headers: { Range: 'bytes=0-0' } });
    const size = Number(/\/(\d+)$/.exec(response.headers.get('Content-Range') ?? '')?.[1] ?? Number.NaN);
    if (response.status === 206 || response.status === 416) return Number.isNaN(size) ? 'passing' : size;
    const problem = (await response.json()) as { code?: string };
    if (problem.code === 'not_found') return 'gone';
    return problem.code === 'media_rejected' ? 'rejected' : 'passing';
  } catch {
    return 'passing';
  }
}

/** What a file says of itself in its name: PDF, DOCX. */
export const extensionOf = (name: string | null | undefined) =>
  /\.([a-z0-9]{1,5})$/i.exec(name ?? '')?.[1]?.toUpperCase() ?? null;
