import { expect, test } from 'vitest';
import { filledFrom, termsOf } from './terms';

test('What was chosen is filled in and comes out as it was', () => {
  for (const terms of [
    { recorded: true, years: 7, days: null },
    { recorded: false, years: null, days: 14 },
  ]) {
    expect(termsOf(filledFrom(terms, false))).toEqual(terms);
  }
});

test('A line that has nothing of its own goes by its organisation', () => {
  expect(termsOf(filledFrom(null, true))).toBeNull();
  expect(termsOf(filledFrom(null, false))).toEqual({ recorded: true, years: 5, days: null });
});
