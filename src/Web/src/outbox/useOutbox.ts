import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { MessageBody } from '../api/schema';
import { Delivery, type Refused } from './deliver';
import { outbox } from './outbox';

/** What is on its way to one contact, oldest first. */
export function useOutgoing(line: string, contact: string) {
  const all = useSyncExternalStore(outbox.subscribe, outbox.all);
  return useMemo(() => all.filter((item) => item.line === line && item.contact === contact), [all, line, contact]);
}

/** Puts a message on its way; it is shown at once. */
export function post(line: string, contact: string, body: MessageBody): void {
  outbox.add({ key: crypto.randomUUID(), line, contact, body, at: new Date().toISOString() });
}

/** Sends while the page stands. `onRefused` must not change between renders. */
export function useDelivery(onRefused: (refused: Refused) => void): void {
  const queries = useQueryClient();
  useEffect(() => new Delivery(queries, onRefused).start(), [queries, onRefused]);
}
