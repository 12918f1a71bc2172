import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Heights, type Keyed } from './heights';
import { goTo, hold, type Seen, type Sight, sightOf } from './scrolling';
import { FIRST, spanFor } from './span';

/** So close to the end, in pixels, counts as being there. */
const NEAR = 80;

/** So close to the beginning of what is loaded, in pixels, older entries are fetched. */
const AHEAD = 3000;

/** The entry in the middle of what is in sight, which must not move while the list changes around it. */
type Middle = { readonly key: string; readonly number: number; readonly below: number };

/**
 * A list of any length that hangs from its end: it stays there while new entries come, unless the reader has gone up; then what is being read
 * stays where it is, whatever comes in above or below. Only what is in sight, and some beyond, is in the document.
 */
export function useTail(entries: readonly Keyed[], loadOlder: () => void) {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const above = useRef<HTMLDivElement>(null);
  const below = useRef<HTMLDivElement>(null);
  const [heights] = useState(() => new Heights());
  const [span, setSpan] = useState(FIRST);
  const [atEnd, setAtEnd] = useState(true);
  const drawn = useRef(span);
  const seen = useRef<Seen>({ distance: 0, height: 0, top: 0 });
  const middle = useRef<Middle | null>(null);
  const newest = useRef<string | undefined>(undefined);
  const aim = useRef<string | null>(null);

  const look = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const sight = sightOf(element);
    seen.current = sight;
    middle.current = middleOf(sight, heights);
    setAtEnd(sight.distance < NEAR);
    setSpan((now) => spanFor(sight, heights, now));
    if (sight.distance >= NEAR && heights.total - sight.distance - sight.height < AHEAD) loadOlder();
  }, [heights, loadOlder]);

  /** Learns how high the rows are, and puts the list where it belongs. */
  const settle = useCallback(() => {
    const element = scroller.current;
    if (!element || !list.current || !above.current || !below.current) return;
    const { from, to } = drawn.current;
    // The first and the last child stand for all that is not drawn.
    const rows = [...list.current.children].slice(1, -1).reverse();
    for (const [row, { height }] of rows.map((row) => row.getBoundingClientRect()).entries()) {
      heights.measure(from + row, height);
    }
    below.current.style.height = `${heights.below(from)}px`;
    above.current.style.height = `${heights.total - heights.below(to)}px`;
    const isNew = heights.keyOf(0) !== newest.current;
    newest.current = heights.keyOf(0);
    if (aim.current) {
      const distance = centred(aim.current, heights, element);
      if (Math.abs(distance - sightOf(element).distance) < 1) aim.current = null;
      else goTo(element, distance);
    } else if (isNew ? seen.current.distance < NEAR : isLeftAtEnd(seen.current, element)) {
      goTo(element, 0);
    } else {
      hold(element, seen.current, movedBy(middle.current, heights));
    }
    look();
  }, [heights, look]);

  useLayoutEffect(() => {
    heights.take(entries);
    drawn.current = span;
    settle();
  }, [heights, entries, span, settle]);

  const isEmpty = entries.length === 0;
  useEffect(() => {
    if (isEmpty || !scroller.current || !list.current) return;
    const resized = new ResizeObserver(settle);
    resized.observe(scroller.current);
    resized.observe(list.current);
    return () => resized.disconnect();
  }, [isEmpty, settle]);

  const onScroll = useCallback(() => {
    if (!scroller.current) return;
    // Nobody is held to where she has left.
    if (Math.abs(sightOf(scroller.current).distance - seen.current.distance) > 1) aim.current = null;
    look();
  }, [look]);

  const toEnd = useCallback(() => {
    aim.current = null;
    if (scroller.current) goTo(scroller.current, 0);
  }, []);

  const show = useCallback(
    (key: string) => {
      if (!scroller.current || heights.find(key) < 0) return;
      // What lies between here and there may not have been measured yet.
      aim.current = key;
      goTo(scroller.current, centred(key, heights, scroller.current));
      look();
    },
    [heights, look],
  );

  return { scroller, list, above, below, span, atEnd, onScroll, toEnd, show };
}

/** Not where the reader has begun to go up, and only the browser knows of it yet. */
const isLeftAtEnd = (seen: Seen, scroller: HTMLElement) => seen.distance < 2 && seen.top === scroller.scrollTop;

function middleOf(sight: Sight, heights: Heights): Middle | null {
  const number = heights.at(sight.distance + sight.height / 2);
  const key = heights.keyOf(number);
  return key === undefined ? null : { key, number, below: heights.below(number) };
}

function movedBy(middle: Middle | null, heights: Heights): number {
  if (!middle) return 0;
  const number = heights.keyOf(middle.number) === middle.key ? middle.number : heights.find(middle.key);
  return number < 0 ? 0 : heights.below(number) - middle.below;
}

/** The distance at which an entry is in the middle of what is in sight. */
function centred(key: string, heights: Heights, scroller: HTMLElement): number {
  const number = heights.find(key);
  const furthest = scroller.scrollHeight - scroller.clientHeight;
  const distance = (heights.below(number) + heights.below(number + 1) - scroller.clientHeight) / 2;
  return Math.max(0, Math.min(distance, furthest));
}
