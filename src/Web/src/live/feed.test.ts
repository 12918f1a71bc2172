import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LineChange } from './change';
import { followLine } from './feed';

type Connection = { lastEventId: string | null; say: (text: string) => void; breakOff: () => void };

let connections: Connection[];
let statuses: number[];
let changes: number[];
let opened: boolean[];
let signedOut: number;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  [connections, statuses, changes, opened, signedOut] = [[], [], [], [], 0];
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    const status = statuses.shift() ?? 200;
    if (status !== 200) return new Response(null, { status });
    let control!: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        control = controller;
      },
    });
    init.signal?.addEventListener('abort', () => control.error(new DOMException('', 'AbortError')));
    connections.push({
      lastEventId: new Headers(init.headers).get('Last-Event-ID'),
      say: (text) => control.enqueue(new TextEncoder().encode(text)),
      breakOff: () => control.close(),
    });
    return new Response(body);
  });
});

afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function follow(): void {
  stop = followLine('l', {
    onOpen: (whole) => opened.push(whole),
    onChange: (change: LineChange) => changes.push(change.cursor),
    onSignedOut: () => signedOut++,
  });
}

const event = (cursor: number) => `id: ${cursor}\nevent: sent\ndata: ${JSON.stringify({ cursor })}\n\n`;
const settle = () => vi.advanceTimersByTimeAsync(0);

test('After a break it goes on behind the last event', async () => {
  follow();
  await settle();
  connections[0]?.say(`retry: 2000\nid: 7\n\n${event(8)}`);
  await settle();
  connections[0]?.breakOff();
  await vi.advanceTimersByTimeAsync(1000);
  expect(connections.map((connection) => connection.lastEventId)).toEqual([null, '8']);
  connections[1]?.say(event(9));
  await settle();
  expect(changes).toEqual([8, 9]);
  expect(opened).toEqual([false, true]);
});

test('Where nothing had come yet it goes on from where the feed stood', async () => {
  follow();
  await settle();
  connections[0]?.say('retry: 2000\nid: 7\n\n');
  await settle();
  connections[0]?.breakOff();
  await vi.advanceTimersByTimeAsync(1000);
  expect(connections[1]?.lastEventId).toBe('7');
});

test('A connection that is silent for long is dead and is made anew', async () => {
  follow();
  await settle();
  connections[0]?.say(event(8));
  await vi.advanceTimersByTimeAsync(30_000);
  connections[0]?.say(':\n\n');
  await vi.advanceTimersByTimeAsync(30_000);
  expect(connections).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(connections.map((connection) => connection.lastEventId)).toEqual([null, '8']);
});

test('It tries again while the product is away, and stops for who is signed out', async () => {
  statuses = [503, 502, 401];
  follow();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(signedOut).toBe(1);
  expect(statuses).toEqual([]);
  expect(connections).toEqual([]);
});
