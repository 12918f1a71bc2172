import { expect, test } from 'vitest';
import { timeLeft, untilNextTick } from './timeLeft';

const now = new Date('2026-11-20T12:00:00Z');
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000);

test.each([
  [24 * 3600, 'hours', 24, false],
  [24 * 3600 - 1, 'hours', 23, false],
  [3600, 'hours', 1, false],
  [3599, 'minutes', 59, true],
  [60, 'minutes', 1, true],
  [1, 'minutes', 1, true],
] as const)('%i seconds before its end a session has %s: %i', (seconds, unit, count, isLast) => {
  expect(timeLeft(inSeconds(seconds), now)).toEqual({ unit, count, isLast });
});

test('The page looks again at the next whole minute before the nearest end, and at the end', () => {
  expect(untilNextTick([inSeconds(90)], now)).toBe(30_000);
  expect(untilNextTick([inSeconds(120)], now)).toBe(60_000);
  expect(untilNextTick([inSeconds(5), inSeconds(3603)], now)).toBe(3_000);
});

test('When everything is past, or there is nothing, nobody looks again', () => {
  expect(untilNextTick([inSeconds(0), inSeconds(-5), undefined], now)).toBeNull();
});
