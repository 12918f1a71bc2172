import { expect, test } from 'vitest';
import { linePath, nearest, niceScale, timeTicks } from './scale';

test('An axis ends at a round number that is not below the greatest value, and has few marks', () => {
  expect(niceScale([0, 3, 87])).toEqual({ top: 100, ticks: [0, 50, 100] });
  expect(niceScale([0.31], 0.1)).toEqual({ top: 0.4, ticks: [0, 0.1, 0.2, 0.3, 0.4] });
  expect(niceScale([1400])).toEqual({ top: 1500, ticks: [0, 500, 1000, 1500] });
  for (const greatest of [0.7, 1, 4.2, 9.99, 12, 250, 777, 123456]) {
    const { top, ticks } = niceScale([greatest]);
    expect(top).toBeGreaterThanOrEqual(greatest);
    expect(ticks.length).toBeLessThanOrEqual(5);
  }
});

test('Where nothing happened the axis still has its least length', () => {
  expect(niceScale([0, null, 0])).toEqual({ top: 1, ticks: [0, 0.5, 1] });
  expect(niceScale([], 100)).toEqual({ top: 100, ticks: [0, 50, 100] });
});

test('Times are marked at whole multiples', () => {
  expect(timeTicks(7, 31, 10)).toEqual([10, 20, 30]);
  expect(timeTicks(10, 20, 10)).toEqual([10, 20]);
});

test('The pointer reads the value that is nearest, also beside the lines', () => {
  const times = [0, 10, 20, 30];
  expect(nearest(times, 0.5)).toBe(1);
  expect(nearest(times, 0.52)).toBe(2);
  expect(nearest(times, -1)).toBe(0);
  expect(nearest(times, 2)).toBe(3);
  expect(nearest([], 0.5)).toBe(-1);
});

test('A line breaks where nothing was measured, and a value alone is a dot', () => {
  expect(linePath([0, 10, 20, 30, 40], [0, 5, null, 10, null], 10)).toBe('M0 100h0L25 50M75 0h0');
});
