import { expect, test } from 'vitest';
import type { IntervalReading, OperationsView } from '../../api/schema';
import { askFrom, durations, joined, perSecond, settled, total } from './history';

const none = { count: 0, p50_ms: null, p95_ms: null, p99_ms: null };
const start = Date.UTC(2026, 10, 20, 9, 0, 0);
const at = (seconds: number) => new Date(start + seconds * 1000).toISOString();

function anInterval(seconds: number, sent = 0): IntervalReading {
  const throughput = {
    received: 0,
    accepted: 0,
    deferred: 0,
    sent,
    delivered: 0,
    read: 0,
    failed: 0,
    outcome_unknown: 0,
    webhook_taken: 0,
    webhook_kept_raw: 0,
    webhook_not_taken: 0,
    not_followed: 0,
  };
  return { at: at(seconds), throughput, webhook: none, sending: none, provider_call: none };
}

const view = (seconds: number, history: IntervalReading[]) =>
  ({ at: at(seconds), interval_seconds: 10, history }) as OperationsView;

test('A rate is a count by the length of its interval', () => {
  const intervals = [anInterval(0, 5), anInterval(10, 20)];
  expect(perSecond(intervals, 'sent', { interval_seconds: 10, since: at(0) })).toEqual([0.5, 2]);
  expect(total(intervals, 'sent')).toBe(25);
});

test('Before anybody counted a rate is not known, but what a silo counted that is gone is', () => {
  const intervals = [anInterval(0, 3), anInterval(10), anInterval(20), anInterval(30)];
  expect(perSecond(intervals, 'sent', { interval_seconds: 10, since: at(25) })).toEqual([0.3, null, 0, 0]);
});

test('An interval is drawn when it is over and all silos have told of it', () => {
  const history = [anInterval(0), anInterval(10), anInterval(20)];
  expect(settled(view(33, history)).length).toBe(2);
  expect(settled(view(34, history)).length).toBe(3);
});

test('What comes is put over what is known, and what is too old goes', () => {
  const known = [anInterval(0, 1), anInterval(10, 1), anInterval(20, 1)];
  const all = joined(known, [anInterval(20, 4), anInterval(30, 2)]);
  expect(all?.map((interval) => interval.throughput.sent)).toEqual([1, 1, 4, 2]);

  const later = joined(all, [anInterval(910)]);
  expect(later?.map((interval) => interval.at)).toEqual([10, 20, 30, 910].map(at));
  expect(joined(known, null)).toBe(known);
  expect(joined(undefined, null)).toBeNull();
});

test('Only the end of the history is asked for again', () => {
  expect(askFrom(undefined)).toBeUndefined();
  expect(askFrom([anInterval(0), anInterval(10), anInterval(20), anInterval(30)])).toBe(at(10));
});

test('What did not happen took no time that could be drawn', () => {
  const took = { ...anInterval(10), webhook: { count: 2, p50_ms: 4, p95_ms: 8, p99_ms: 9 } };
  expect(durations([anInterval(0), took], 'webhook', 'p95_ms')).toEqual([null, 8]);
});
