/**
 * Most browsers hold on to what is in sight when something changes its height above. Where one does not (WebKit), the list is laid out from its
 * end (`column-reverse` in the stylesheet): the scroll position is then a distance from there and below zero, and only what changes below
 * what is in sight has to be made up for.
 */
const isHeld = globalThis.CSS?.supports?.('overflow-anchor', 'auto') ?? true;

/** What is in sight: how far its lower edge is from the end of the list, and how high it is, in pixels. */
export type Sight = { readonly distance: number; readonly height: number };

/** A sight, and the scroll position at which it was seen. */
export type Seen = Sight & { readonly top: number };

export const sightOf = (scroller: HTMLElement): Seen => ({
  distance: isHeld ? scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop : -scroller.scrollTop,
  height: scroller.clientHeight,
  top: scroller.scrollTop,
});

/** @param distance Of the lower edge from the end of the list. */
export function goTo(scroller: HTMLElement, distance: number): void {
  scroller.scrollTop = isHeld ? scroller.scrollHeight - scroller.clientHeight - distance : -distance;
}

/**
 * Does what the browser leaves undone after the list has changed.
 *
 * @param before What was in sight.
 * @param moved So much further from the end is now what was in its middle.
 */
export function hold(scroller: HTMLElement, before: Sight, moved: number): void {
  // At the very beginning nothing is held.
  if (isHeld ? scroller.scrollTop < 1 : moved !== 0) goTo(scroller, before.distance + moved);
}
