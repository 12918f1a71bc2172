import type { QueryClient } from '@tanstack/react-query';
import { api, ask, isSignedOut, mayPass, Refusal } from '../api/client';
import type { MessageSummary } from '../api/schema';
import { me } from '../shell/me';
import { placeNewMessage, thread } from '../thread/queries';
import { type Outgoing, outbox } from './outbox';

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 20_000;
const LOCK = 'multiline.outbox';

export type Refused = { item: Outgoing; error: unknown };

/**
 * Brings the outbox to the product, in the order of writing, and tries again until there is an answer. The same key each time, so that a
 * request whose answer was lost is not a second message.
 */
export class Delivery {
  private readonly queries: QueryClient;
  private readonly onRefused: (refused: Refused) => void;
  private wake: () => void = () => {};
  private stopped = false;

  constructor(queries: QueryClient, onRefused: (refused: Refused) => void) {
    this.queries = queries;
    this.onRefused = onRefused;
  }

  start(): () => void {
    const unsubscribe = outbox.subscribe(() => this.wake());
    const onOnline = () => this.wake();
    window.addEventListener('online', onOnline);
    void exclusively(() => this.run());
    return () => {
      this.stopped = true;
      this.wake();
      unsubscribe();
      window.removeEventListener('online', onOnline);
    };
  }

  private async run(): Promise<void> {
    let wait = FIRST_WAIT;
    while (!this.stopped) {
      outbox.reload();
      const next = outbox.all()[0];
      if (!next) {
        await this.rest();
        continue;
      }
      try {
        const message = await send(next);
        outbox.remove(next.key);
        if (message) await placeNewMessage(this.queries, next.line, next.contact, message);
        wait = FIRST_WAIT;
      } catch (error) {
        if (mayPass(error) || isSignedOut(error)) {
          await this.rest(wait);
          wait = Math.min(wait * 2, LONGEST_WAIT);
          continue;
        }
        outbox.remove(next.key);
        this.onRefused({ item: next, error });
        // Switched off while the page stood open.
        if (error instanceof Refusal && error.code === 'whatsapp_not_enabled') {
          void this.queries.invalidateQueries({ queryKey: me.queryKey });
        }
      }
      void this.queries.invalidateQueries({ queryKey: thread(next.line, next.contact).queryKey });
    }
  }

  /** Until something is added, the network is back, or the time is over. */
  private rest(milliseconds?: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = milliseconds === undefined ? undefined : setTimeout(() => this.wake(), milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        this.wake = () => {};
        resolve();
      };
    });
  }
}

async function send({ key, line, contact, body }: Outgoing): Promise<MessageSummary | undefined> {
  return await ask(
    api.POST('/api/v1/lines/{line}/threads/{contact}/messages', {
      params: { path: { line, contact }, header: { 'Idempotency-Key': key } },
      body,
    }),
  );
}

/** In one page of the browser at a time; the next one takes over when it closes. */
async function exclusively(work: () => Promise<void>): Promise<void> {
  if (navigator.locks) await navigator.locks.request(LOCK, work);
  else await work();
}
