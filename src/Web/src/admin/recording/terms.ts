import type { RecordingTerms } from '../../api/schema';

/** The retention classes, in years. */
export const CLASSES = [3, 5, 6, 7];

export const LONGEST_DAYS = 365;

/** What is filled in; `inherited` is for lines alone. */
export type Filled = { how: 'recorded' | 'off' | 'inherited'; years: string; days: string };

export const filledFrom = (terms: RecordingTerms | null, forLine: boolean): Filled => ({
  how: terms ? (terms.recorded ? 'recorded' : 'off') : forLine ? 'inherited' : 'recorded',
  years: String(terms?.years ?? 5),
  days: String(terms?.days ?? 30),
});

export const termsOf = ({ how, years, days }: Filled): RecordingTerms | null =>
  how === 'inherited'
    ? null
    : how === 'recorded'
      ? { recorded: true, years: Number(years), days: null }
      : { recorded: false, years: null, days: Number(days) };
