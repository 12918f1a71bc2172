/** What has a place in the list, and keeps its key however the list grows. */
export type Keyed = { readonly key: string };

/** So high is an entry thought to be that nobody has seen yet, in pixels. */
const GUESS = 56;

/**
 * How far each entry of a list lies from the list's end, in pixels. Counted from there, nothing that has been seen moves when older entries
 * come in at the other end, or when one further up turns out higher than was guessed.
 */
export class Heights {
  readonly #known = new Map<string, number>();
  #entries: readonly Keyed[] = [];
  /** By number from the end: what lies below the entry; one more at last, which is all of it. */
  #below = new Float64Array(1);
  /** So many of the numbers are right. */
  #right = 1;

  /** @param entries The last one is at the end. */
  take(entries: readonly Keyed[]): void {
    if (entries === this.#entries) return;
    this.#entries = entries;
    if (this.#below.length < entries.length + 1) this.#below = new Float64Array(2 * entries.length + 1);
    this.#right = 1;
  }

  /** Entries are numbered from the end, beginning with 0. */
  keyOf(number: number): string | undefined {
    return this.#entries[this.#entries.length - 1 - number]?.key;
  }

  measure(number: number, height: number): void {
    const key = this.keyOf(number);
    if (key === undefined || this.#known.get(key) === height) return;
    this.#known.set(key, height);
    this.#right = Math.min(this.#right, number + 1);
  }

  /** What lies between an entry and the end of the list. */
  below(number: number): number {
    this.#reckon();
    return this.#below[Math.max(0, Math.min(number, this.#entries.length))] ?? 0;
  }

  get total(): number {
    return this.below(this.#entries.length);
  }

  /** The number of the entry that lies so far from the end; of the nearest where there is none. */
  at(distance: number): number {
    this.#reckon();
    let [low, high] = [0, Math.max(0, this.#entries.length - 1)];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#below[middle] ?? 0) <= distance) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The number of the entry with this key, or -1. */
  find(key: string): number {
    const index = this.#entries.findLastIndex((entry) => entry.key === key);
    return index < 0 ? -1 : this.#entries.length - 1 - index;
  }

  #reckon(): void {
    for (; this.#right <= this.#entries.length; this.#right++) {
      const last = this.#right - 1;
      this.#below[this.#right] = (this.#below[last] ?? 0) + (this.#known.get(this.keyOf(last) ?? '') ?? GUESS);
    }
  }
}
