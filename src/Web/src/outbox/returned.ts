import { useMemo, useSyncExternalStore } from 'react';
import { Refusal } from '../api/client';
import { keep, kept, onOwner } from '../shell/kept';
import type { Refused } from './deliver';
import type { Outgoing } from './outbox';

/** A message that the product did not take. It was never sent; it stays here until its writer has seen to it. */
export type Returned = Outgoing & { code: string; detail: string; policy?: Refusal['policy'] };

const NAME = 'returned';
const listeners = new Set<() => void>();
let items: readonly Returned[] = kept<Returned[]>(NAME) ?? [];

onOwner(() => store(kept<Returned[]>(NAME) ?? []));

function store(now: readonly Returned[]): void {
  items = now;
  keep(NAME, now);
  for (const listener of listeners) listener();
}

export function giveBack({ item, error }: Refused): void {
  const { code, policy } = error instanceof Refusal ? error : { code: 'other', policy: undefined };
  store([...items, { ...item, code, policy, detail: error instanceof Error ? error.message : '' }]);
}

export function takeAway(key: string): void {
  store(items.filter((item) => item.key !== key));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What came back of the messages to one contact. */
export function useReturned(line: string, contact: string): readonly Returned[] {
  const all = useSyncExternalStore(subscribe, () => items);
  return useMemo(() => all.filter((item) => item.line === line && item.contact === contact), [all, line, contact]);
}
