import { createParser } from 'eventsource-parser';
import type { LineChange } from './change';
import { setFeed } from './connection';

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 15_000;
/** The server says something every 15 seconds at least; a connection that is silent for longer is dead without knowing it. */
const LONGEST_SILENCE = 40_000;

export type FeedEvents = {
  /** The feed is there, for the first time or again; `whole` where nothing was missed in between. */
  onOpen: (whole: boolean) => void;
  onChange: (change: LineChange) => void;
  onSignedOut: () => void;
};

/**
 * Follows a line live by server-sent events. After a break it goes on behind the last event, so nothing is missed. Not the browser's own
 * EventSource, which tells neither why a connection failed nor that it is dead. Returns how to stop it.
 */
export function followLine(line: string, { onOpen, onChange, onSignedOut }: FeedEvents): () => void {
  const stopped = new AbortController();
  let lastId: string | null = null;
  let wait = FIRST_WAIT;

  async function connect(): Promise<'again' | 'stop'> {
    const attempt = new AbortController();
    const abort = () => attempt.abort();
    stopped.signal.addEventListener('abort', abort);
    let silence = setTimeout(abort, LONGEST_SILENCE);
    try {
      const response = await fetch(`/api/v1/lines/${encodeURIComponent(line)}/events`, {
        headers: lastId === null ? {} : { 'Last-Event-ID': lastId },
        signal: attempt.signal,
        cache: 'no-store',
      });
      if (response.status === 401) {
        onSignedOut();
        return 'stop';
      }
      if (response.status === 403 || response.status === 404) return 'stop';
      if (response.status === 400 && lastId !== null) {
        // The server has been set back to an older state: from there anew.
        lastId = null;
        return 'again';
      }
      if (!response.ok || !response.body) return 'again';

      const whole = lastId !== null;
      const parser = createParser({
        onEvent: (event) => {
          lastId = event.id ?? lastId;
          onChange(JSON.parse(event.data) as LineChange);
        },
      });
      setFeed('open');
      wait = FIRST_WAIT;
      onOpen(whole);
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return 'again';
        clearTimeout(silence);
        silence = setTimeout(abort, LONGEST_SILENCE);
        // The first thing that comes is an id without an event: where the feed stands.
        lastId ??= /^id: ?(\d+)\n/m.exec(value)?.[1] ?? null;
        parser.feed(value);
      }
    } catch {
      return 'again';
    } finally {
      clearTimeout(silence);
      stopped.signal.removeEventListener('abort', abort);
    }
  }

  async function run(): Promise<void> {
    while (!stopped.signal.aborted && (await connect()) === 'again') {
      if (stopped.signal.aborted) return;
      setFeed('lost');
      await untilItMayWork(wait, stopped.signal);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    }
  }

  void run();
  return () => {
    stopped.abort();
    setFeed('none');
  };
}

/** Waits, but not longer than until the device has a network again or the page is looked at again. */
function untilItMayWork(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      document.removeEventListener('visibilitychange', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    window.addEventListener('online', done);
    document.addEventListener('visibilitychange', done);
    signal.addEventListener('abort', done);
  });
}
