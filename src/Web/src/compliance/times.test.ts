import { expect, test } from 'vitest';
import { beginningOf } from './times';

test('A day begins at midnight where the reader is, and the end of a range is the next day', () => {
  expect(beginningOf('2026-03-02')).toBe(new Date(2026, 2, 2).toISOString());
  expect(beginningOf('2026-12-31', 1)).toBe(new Date(2027, 0, 1).toISOString());
});

test('What is no day is none', () => {
  expect(beginningOf('')).toBeUndefined();
  expect(beginningOf('soon')).toBeUndefined();
});
