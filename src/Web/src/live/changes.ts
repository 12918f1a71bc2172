import type { QueryClient } from '@tanstack/react-query';
import { api, ask } from '../api/client';
import { everything, forgetLists, placeThread, threads } from '../inbox/queries';
import { untilIdle } from '../query/untilIdle';
import { messages, placeMessage, placeNewest, thread } from '../thread/queries';
import type { LineChange } from './change';

/** Changes that come together are fetched together. */
const GATHER = 60;

/** What stands on the page when the feed begins was mostly fetched just now: it is looked at again when the page has been drawn. */
const DRAWN = 1000;

/** With more threads than this changed at once, the whole list is fetched anew. */
const MANY = 25;

/** Fetches what the live feed says has changed, one round after the other, so that no older answer comes over a newer one. */
export class Changes {
  private readonly queries: QueryClient;
  private readonly line: string;
  private threads = new Set<string>();
  private messages = new Map<string, string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private begun: ReturnType<typeof setTimeout> | undefined;
  private looksAgain = false;
  private isFetching = false;

  constructor(queries: QueryClient, line: string) {
    this.queries = queries;
    this.line = line;
  }

  take(change: LineChange): void {
    this.threads.add(change.contact);
    // What policy did not let out is no message of the thread.
    if (change.message_id && change.type !== 'message_blocked') this.messages.set(change.message_id, change.contact);
    this.schedule();
  }

  drop(): void {
    clearTimeout(this.timer);
    clearTimeout(this.begun);
  }

  /** The feed begins now: what was fetched before it may be older. */
  begin(): void {
    if (this.begun) {
      // Not for the first time: nobody knows what was missed.
      this.fetchAll();
      return;
    }

    this.begun = setTimeout(() => {
      this.looksAgain = true;
      this.schedule();
    }, DRAWN);
  }

  private fetchAll(): void {
    void this.queries.invalidateQueries({ queryKey: ['lines', this.line] });
  }

  private schedule(): void {
    if (!this.isFetching) this.timer ??= setTimeout(() => void this.fetch(), GATHER);
  }

  private async fetch(): Promise<void> {
    const { queries, line } = this;
    const [changed, written, looksAgain] = [this.threads, this.messages, this.looksAgain];
    this.looksAgain = false;
    [this.threads, this.messages, this.timer, this.isFetching] = [new Set(), new Map(), undefined, true];
    try {
      if (looksAgain) await this.lookAgain();
      await Promise.all([
        changed.size > MANY
          ? forgetLists(queries, line)
          : Promise.all([...changed].map((contact) => this.fetchThread(contact))),
        ...[...written].map(([id, contact]) => this.fetchMessage(contact, id)),
      ]);
    } catch {
      // The feed goes on; what could not be fetched is asked for again as a whole.
      this.fetchAll();
    } finally {
      this.isFetching = false;
      if (this.threads.size > 0 || this.looksAgain) this.schedule();
    }
  }

  /** At what was fetched before the feed began. A page of older messages that is on its way meanwhile goes on. */
  private async lookAgain(): Promise<void> {
    const { queries, line } = this;
    const open = queries.getQueryCache().findAll({ queryKey: ['lines', line, 'messages'] });
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['lines', line], predicate: ({ queryKey }) => queryKey[2] !== 'messages' }),
      ...open.map(({ queryKey }) => placeNewest(queries, line, queryKey[3] as string)),
    ]);
  }

  private async fetchThread(contact: string): Promise<void> {
    const { queries, line } = this;
    const { queryKey } = thread(line, contact);
    if (!queries.getQueryState(threads(line, everything).queryKey) && !queries.getQueryState(queryKey)) return;
    await untilIdle(queries, queryKey);
    const details = await queries.fetchQuery({ ...thread(line, contact), staleTime: 0 });
    if (details.thread && !details.contact.merged_into) await placeThread(queries, line, details.thread);
    else await forgetLists(queries, line);
  }

  private async fetchMessage(contact: string, id: string): Promise<void> {
    const { queries, line } = this;
    if (!queries.getQueryState(messages(line, contact).queryKey)) return;
    const message = await ask(
      api.GET('/api/v1/lines/{line}/threads/{contact}/messages/{id}', { params: { path: { line, contact, id } } }),
    );
    await placeMessage(queries, line, contact, message);
  }
}
