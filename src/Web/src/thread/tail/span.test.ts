import { describe, expect, it } from 'vitest';
import { Heights } from './heights';
import { FIRST, spanFor } from './span';

describe('spanFor', () => {
  const heights = new Heights();
  heights.take(Array.from({ length: 1000 }, (_, key) => ({ key: `${key}` })));
  for (let number = 0; number < 1000; number++) heights.measure(number, 100);

  it('draws what is in sight and some beyond', () => {
    expect(spanFor({ distance: 5000, height: 800 }, heights, FIRST)).toEqual({ from: 38, to: 71 });
    expect(spanFor({ distance: 0, height: 800 }, heights, { from: 500, to: 600 })).toEqual({ from: 0, to: 21 });
    expect(spanFor({ distance: 99_200, height: 800 }, heights, FIRST)).toEqual({ from: 980, to: 1000 });
  });

  it('leaves alone what reaches far enough', () => {
    const now = { from: 38, to: 71 };
    expect(spanFor({ distance: 5500, height: 800 }, heights, now)).toBe(now);
    expect(spanFor({ distance: 5700, height: 800 }, heights, now)).not.toBe(now);
  });

  it('lets go of what reaches much too far', () => {
    expect(spanFor({ distance: 5000, height: 800 }, heights, { from: 0, to: 1000 })).toEqual({ from: 38, to: 71 });
  });
});
