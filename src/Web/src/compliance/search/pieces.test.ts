import { expect, test } from 'vitest';
import { pieces } from './pieces';

test('What was found is marked and nothing is lost', () => {
  const cut = pieces('Sell the shares now', [
    { start: 0, length: 4 },
    { start: 9, length: 6 },
  ]);
  expect(cut.map(({ text }) => text).join('')).toBe('Sell the shares now');
  expect(cut.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['Sell', 'shares']);
});

test('A text in which nothing was found is one piece', () => {
  expect(pieces('Hello', [])).toEqual([{ start: 0, text: 'Hello', marked: false }]);
});
