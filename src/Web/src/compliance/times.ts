/** The beginning of a day as the reader counts days, or of the day after it; undefined where none is named. */
export function beginningOf(day: string, plusDays = 0): string | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!found) return undefined;
  return new Date(Number(found[1]), Number(found[2]) - 1, Number(found[3]) + plusDays).toISOString();
}
