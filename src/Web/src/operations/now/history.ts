import type { IntervalReading, Latency, OperationsView, Throughput } from '../../api/schema';

const SECOND = 1000;

/** Silos report every two seconds, and what they report lies for two more: what ended so long ago does not change any more. */
const SETTLED = 4 * SECOND;

/** So many intervals are asked for again, because what was read of them may not have been all. */
const AGAIN = 3;

const SPAN = 15 * 60 * SECOND;

type Intervals = IntervalReading[] | null | undefined;

const time = (interval: IntervalReading | undefined) => (interval ? Date.parse(interval.at) : Number.NaN);

/** From when on the history is asked for; all of it if nothing is known. */
export function askFrom(known: Intervals): string | undefined {
  return known?.[known.length - AGAIN]?.at;
}

/** What is known, with what came put over its end, and without what is too old. */
export function joined(known: Intervals, came: Intervals): IntervalReading[] | null {
  if (!came?.length) return known ?? null;
  const [first, newest] = [time(came[0]), time(came[came.length - 1])];
  const before = (known ?? []).filter((interval) => time(interval) < first && time(interval) >= newest - SPAN);
  return [...before, ...came];
}

/** The intervals that are over and whose counts are all there: so what is drawn never changes afterwards. */
export function settled({ history, at, interval_seconds }: OperationsView): IntervalReading[] {
  const latest = Date.parse(at) - interval_seconds * SECOND - SETTLED;
  return (history ?? []).filter((interval) => time(interval) <= latest);
}

/** How often something happened in a second. Before anybody counted it is not known. */
export function perSecond(
  intervals: IntervalReading[],
  what: keyof Throughput,
  { interval_seconds, since }: Pick<OperationsView, 'interval_seconds' | 'since'>,
): (number | null)[] {
  const counted = since ? Date.parse(since) - interval_seconds * SECOND : Number.NEGATIVE_INFINITY;
  return intervals.map((interval) => {
    const count = interval.throughput[what];
    return count === 0 && time(interval) < counted ? null : count / interval_seconds;
  });
}

/** How often something happened in all of them. */
export function total(intervals: IntervalReading[], what: keyof Throughput): number {
  return intervals.reduce((sum, interval) => sum + interval.throughput[what], 0);
}

/** How long something took, interval by interval; null where it did not happen. */
export function durations(
  intervals: IntervalReading[],
  of: 'webhook' | 'sending' | 'provider_call',
  percentile: Exclude<keyof Latency, 'count'>,
): (number | null)[] {
  return intervals.map((interval) => interval[of][percentile]);
}
