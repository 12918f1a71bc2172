const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export type TimeLeft = { unit: 'hours' | 'minutes'; count: number; isLast: boolean };

/** Whole hours, and in the last hour minutes: never more than there is, but a minute until the end. */
export function timeLeft(until: Date, now: Date): TimeLeft {
  const left = Math.max(0, until.getTime() - now.getTime());
  return left >= HOUR
    ? { unit: 'hours', count: Math.floor(left / HOUR), isLast: false }
    : { unit: 'minutes', count: Math.max(1, Math.floor(left / MINUTE)), isLast: true };
}

/** How long until what is shown of these moments changes: a whole number of minutes before one, or the moment itself. */
export function untilNextTick(moments: readonly (Date | undefined)[], now: Date): number | null {
  const waits = moments
    .map((moment) => (moment ? moment.getTime() - now.getTime() : 0))
    .filter((wait) => wait > 0)
    .map((wait) => wait % MINUTE || MINUTE);
  return waits.length > 0 ? Math.min(...waits) : null;
}
