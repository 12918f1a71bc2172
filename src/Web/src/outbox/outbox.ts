import type { MessageBody } from '../api/schema';
import { keep, kept, onOwner } from '../shell/kept';

/** A message on its way to the product: kept in the browser until the product has answered for it. */
export type Outgoing = {
  /** The idempotency key: however often it is sent, it is taken once. */
  key: string;
  line: string;
  contact: string;
  body: MessageBody;
  at: string;
};

const NAME = 'outbox';

/** The outbox of this browser. Every page of it shows the same; one page at a time sends, whoever holds the lock. */
class Outbox {
  private items: readonly Outgoing[] = kept<Outgoing[]>(NAME) ?? [];
  private readonly listeners = new Set<() => void>();

  constructor() {
    window.addEventListener('storage', () => this.reload());
    onOwner(() => this.reload());
  }

  readonly all = (): readonly Outgoing[] => this.items;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  add(item: Outgoing): void {
    this.reload();
    this.store([...this.items, item]);
  }

  remove(key: string): void {
    this.reload();
    this.store(this.items.filter((item) => item.key !== key));
  }

  /** Another page may have added or sent something meanwhile. */
  reload(): void {
    const now = kept<Outgoing[]>(NAME) ?? [];
    if (JSON.stringify(now) !== JSON.stringify(this.items)) {
      this.items = now;
      this.notify();
    }
  }

  private store(items: Outgoing[]): void {
    this.items = items;
    keep(NAME, items);
    this.notify();
  }

  private notify(): void {
    for (const listener of this.listeners) listener();
  }
}

export const outbox = new Outbox();
