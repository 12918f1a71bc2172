import type { FoundSpan } from '../../api/schema';

export type Piece = { start: number; text: string; marked: boolean };

/** A text cut where something begins or ends that was found in it. */
export function pieces(text: string, marks: readonly FoundSpan[]): Piece[] {
  const cut: Piece[] = [];
  let place = 0;
  const add = (end: number, marked: boolean) => {
    if (end > place) cut.push({ start: place, text: text.slice(place, end), marked });
    place = Math.max(place, end);
  };
  for (const { start, length } of marks) {
    add(start, false);
    add(start + length, true);
  }
  add(text.length, false);
  return cut;
}
