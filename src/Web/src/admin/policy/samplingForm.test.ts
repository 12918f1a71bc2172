import { expect, test } from 'vitest';
import { isPercent, samplingFieldsOf, samplingOf } from './samplingForm';

const sampling = {
  percent: 2.5,
  people: [{ person: 'nora', percent: 25 }],
  lines: [{ line: 'desk', percent: 10 }],
};

test('what is sampled is the same after it was typed', () => {
  expect(samplingOf(samplingFieldsOf(sampling))).toEqual(sampling);
});

test('nothing is sampled where nothing was typed', () => {
  expect(samplingOf(samplingFieldsOf(undefined))).toBeUndefined();
});

test('a comma is a decimal separator too', () => {
  expect(samplingOf({ percent: ' 2,5 ', shares: [] })).toEqual({ percent: 2.5, people: [], lines: [] });
});

test.each(['0', '100', '2.5', '0,25', ' 7 '])('%s is a percentage', (typed) => expect(isPercent(typed)).toBe(true));

test.each(['', '-1', '100.5', '1e2', 'ten', '1.23456'])('%s is none', (typed) => expect(isPercent(typed)).toBe(false));
