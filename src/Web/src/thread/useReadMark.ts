import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, ask } from '../api/client';
import type { MessageSummary, ThreadDetails } from '../api/schema';
import { placeThread } from '../inbox/queries';

/** What the reader has before her eyes counts as read: the page is in front, and the newest message is in sight. */
export function useReadMark(
  line: string,
  details: ThreadDetails,
  newest: MessageSummary | undefined,
  inSight: boolean,
): void {
  const queries = useQueryClient();
  const isVisible = useVisible();
  const unread = details.thread?.unread ?? 0;
  const place = newest?.place;
  const contact = details.contact.id;
  useEffect(() => {
    if (!inSight || !isVisible || unread === 0 || place === undefined) return;
    const request = new AbortController();
    ask(
      api.POST('/api/v1/lines/{line}/threads/{contact}/read', {
        params: { path: { line, contact } },
        body: { place, show_contact: true },
        signal: request.signal,
      }),
    ).then(
      () => details.thread && placeThread(queries, line, { ...details.thread, unread: 0 }),
      () => {
        // It stays unread and is marked with the next message, or when the page is opened again.
      },
    );
    return () => request.abort();
  }, [queries, line, contact, place, unread, inSight, isVisible, details.thread]);
}

function useVisible(): boolean {
  const [isVisible, setVisible] = useState(document.visibilityState === 'visible');
  useEffect(() => {
    const see = () => setVisible(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', see);
    return () => document.removeEventListener('visibilitychange', see);
  }, []);
  return isVisible;
}
