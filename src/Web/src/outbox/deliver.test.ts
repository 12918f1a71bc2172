import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aMessage } from '../testing/samples';
import { Delivery, type Refused } from './deliver';
import { outbox } from './outbox';

type Sent = { key: string | null; text: string };

let sent: Sent[];
let answers: (() => Response | Promise<Response>)[];
let refused: Refused[];
let stop: () => void;

const taken = () => Response.json(aMessage(1), { status: 202 });
const problem = (status: number, code: string) => Response.json({ code, status, detail: code }, { status });

beforeEach(() => {
  vi.useFakeTimers();
  [sent, answers, refused] = [[], [], []];
  vi.stubGlobal('fetch', async (request: Request) => {
    sent.push({ key: request.headers.get('Idempotency-Key'), text: (await request.clone().json()).text });
    return (answers.shift() ?? taken)();
  });
  stop = new Delivery(new QueryClient(), (item) => refused.push(item)).start();
});

afterEach(() => {
  stop();
  for (const item of outbox.all()) outbox.remove(item.key);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function write(key: string): void {
  outbox.add({ key, line: 'l', contact: 'c', body: { channel: 'whatsapp', text: key }, at: new Date().toISOString() });
}

test('What could not be sent is sent again under the same key until it is taken', async () => {
  answers = [
    () => Promise.reject(new TypeError('offline')),
    () => problem(503, 'unavailable'),
    () => problem(429, 'rate_limited'),
    taken,
  ];
  write('a');
  await vi.advanceTimersByTimeAsync(30_000);
  expect(sent.map((request) => request.key)).toEqual(['a', 'a', 'a', 'a']);
  expect(outbox.all()).toEqual([]);
  expect(refused).toEqual([]);
});

test('Messages leave in the order in which they were written', async () => {
  answers = [() => Promise.reject(new TypeError('offline'))];
  write('a');
  write('b');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent.map((request) => request.key)).toEqual(['a', 'a', 'b']);
});

test('What was refused comes back to the writer, and the next goes on', async () => {
  answers = [() => problem(409, 'session_closed')];
  write('a');
  write('b');
  await vi.advanceTimersByTimeAsync(1000);
  expect(refused.map((item) => [item.item.key, (item.error as { code: string }).code])).toEqual([
    ['a', 'session_closed'],
  ]);
  expect(sent.map((request) => request.key)).toEqual(['a', 'b']);
  expect(outbox.all()).toEqual([]);
});

test('Signed out, a message waits until its writer is back', async () => {
  answers = [() => problem(401, 'unauthenticated')];
  write('a');
  await vi.advanceTimersByTimeAsync(500);
  expect(outbox.all()).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(outbox.all()).toHaveLength(0);
  expect(refused).toEqual([]);
});
