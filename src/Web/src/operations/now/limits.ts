export type State = 'good' | 'warn' | 'bad' | 'plain';

/** From where on a figure is worth a look, and from where on something has to be done. */
export type Limits = { warn?: number; bad?: number };

/** Durations in milliseconds, ages in seconds. Meta gives up on a webhook after some seconds; followers become dead letters after two minutes. */
export const limits = {
  failed: { warn: 0.02, bad: 0.1 },
  webhook: { warn: 500, bad: 2000 },
  sending: { warn: 5000, bad: 30_000 },
  waiting: { warn: 30, bad: 120 },
  behind: { warn: 30, bad: 120 },
  rawInbox: { warn: 1 },
  deadLetters: { bad: 1 },
} satisfies Record<string, Limits>;

/** Of a figure; what is not there can't be judged. */
export function stateOf(value: number | null | undefined, { warn, bad }: Limits): State {
  if (value === null || value === undefined) return 'plain';
  if (bad !== undefined && value >= bad) return 'bad';
  return warn !== undefined && value >= warn ? 'warn' : 'good';
}
