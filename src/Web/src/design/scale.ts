/** Where a chart's axis ends and what stands on it. */
export type Scale = { top: number; ticks: number[] };

/** From nothing to a round number that is not below the greatest value, with few marks between: 1, 2 or 5 and tens of it apart. */
export function niceScale(values: (number | null)[], least = 1, parts = 4): Scale {
  const greatest = values.reduce<number>((most, value) => Math.max(most, value ?? 0), least);
  const step = roundUp(greatest / parts);
  const count = Math.ceil(greatest / step - 1e-9);
  // Multiplied and not added up, and without the noise of binary fractions.
  const ticks = Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
  return { top: ticks[count] ?? least, ticks };
}

function roundUp(value: number): number {
  const ten = 10 ** Math.floor(Math.log10(value));
  const first = [1, 2, 5, 10].find((round) => round * ten >= value - ten * 1e-9) ?? 10;
  return first * ten;
}

/** The moments between two others that are whole multiples of a step, in milliseconds. */
export function timeTicks(from: number, to: number, step: number): number[] {
  const ticks = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) ticks.push(at);
  return ticks;
}

/** The place of the moment in the list that is nearest to a part of the way, 0 to 1, from the first to the last. */
export function nearest(times: number[], part: number): number {
  const [first, last] = [times[0], times[times.length - 1]];
  if (first === undefined || last === undefined) return -1;
  const wanted = first + Math.min(Math.max(part, 0), 1) * (last - first);
  let best = 0;
  for (const [index, time] of times.entries())
    if (Math.abs(time - wanted) < Math.abs((times[best] ?? first) - wanted)) best = index;
  return best;
}

/** A line through the values on a field of 100 by 100, broken where there is none; a value alone is a dot. */
export function linePath(times: number[], values: (number | null)[], top: number): string {
  const [first, last] = [times[0] ?? 0, times[times.length - 1] ?? 0];
  let path = '';
  let isDrawn = false;
  for (const [index, time] of times.entries()) {
    const value = values[index] ?? null;
    if (value !== null) {
      const place = `${round(percent(time, first, last))} ${round(100 - percent(value, 0, top))}`;
      path += isDrawn ? `L${place}` : `M${place}h0`;
    }
    isDrawn = value !== null;
  }
  return path;
}

/** How far a value is from one end to the other. */
export function percent(value: number, from: number, to: number): number {
  return to > from ? ((value - from) / (to - from)) * 100 : 100;
}

const round = (value: number) => Math.round(value * 100) / 100;
