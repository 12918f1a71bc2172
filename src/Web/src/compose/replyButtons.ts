/** As many reply buttons a message may have, and so long their titles may be. */
export const MOST_BUTTONS = 3;
export const LONGEST_TITLE = 20;

/** The titles that are written; a row without one is none yet. */
export function titlesOf(rows: readonly string[]): string[] {
  return rows.map((title) => title.trim()).filter((title) => title !== '');
}

/** Whether two say the same: then nobody would know which was tapped. */
export function sameTwice(titles: readonly string[]): boolean {
  return new Set(titles).size < titles.length;
}
