import type { Heights } from './heights';
import type { Sight } from './scrolling';

/** Which entries are in the document, numbered from the end of the list; `to` is not among them. */
export type Span = { readonly from: number; readonly to: number };

/** So far beyond what is in sight, in pixels, entries are drawn. */
const BEYOND = 1200;

/** So many are drawn before it is known how high they are: enough that none must be added when the reader begins to go up. */
export const FIRST: Span = { from: 0, to: 28 };

/** What should be drawn: what is drawn already, for as long as it reaches far enough and not much too far. */
export function spanFor(sight: Sight, heights: Heights, now: Span): Span {
  const least = reaching(sight, heights, BEYOND / 2);
  const most = reaching(sight, heights, BEYOND * 2);
  const isRight = now.from <= least.from && least.to <= now.to && most.from <= now.from && now.to <= most.to;
  return isRight ? now : reaching(sight, heights, BEYOND);
}

const reaching = ({ distance, height }: Sight, heights: Heights, beyond: number): Span => ({
  from: heights.at(Math.max(0, distance - beyond)),
  to: heights.at(distance + height + beyond) + 1,
});
