import { describe, expect, it } from 'vitest';
import { Heights } from './heights';

const keyed = (...keys: (string | number)[]) => keys.map((key) => ({ key: `${key}` }));

describe('Heights', () => {
  it('counts from the end', () => {
    const heights = new Heights();
    heights.take(keyed('a', 'b', 'c'));
    for (const [number, height] of [10, 20, 40].entries()) heights.measure(number, height);

    expect([0, 1, 2, 3].map((number) => heights.below(number))).toEqual([0, 10, 30, 70]);
    expect(heights.total).toBe(70);
    expect([0, 9, 10, 29, 30, 1000].map((distance) => heights.at(distance))).toEqual([0, 0, 1, 1, 2, 2]);
    expect(heights.find('a')).toBe(2);
    expect(heights.keyOf(2)).toBe('a');
    expect(heights.find('d')).toBe(-1);
  });

  it('moves nothing that has been seen when older entries come', () => {
    const heights = new Heights();
    heights.take(keyed('b', 'c'));
    heights.measure(0, 30);
    heights.measure(1, 40);
    heights.take(keyed('x', 'y', 'a', 'b', 'c'));

    expect(heights.below(heights.find('b'))).toBe(30);
    expect(heights.below(heights.find('a'))).toBe(70);
  });

  it('remembers what it has measured when something comes below', () => {
    const heights = new Heights();
    heights.take(keyed('a', 'b'));
    heights.measure(0, 30);
    heights.measure(1, 40);
    heights.take(keyed('a', 'b', 'c'));
    heights.measure(0, 15);

    expect(heights.below(heights.find('a'))).toBe(45);
    expect(heights.total).toBe(85);
  });

  it('has an end without entries', () => {
    expect([new Heights().total, new Heights().at(100), new Heights().find('a')]).toEqual([0, 0, -1]);
  });
});
