import type { Sampling } from './policy';

/** The sampling as it is typed: of all messages, and larger shares of whoever or whatever is riskier, as person:ID or line:ID. */
export type SamplingFields = { percent: string; shares: { of: string; percent: string }[] };

const PERSON = 'person:';
const LINE = 'line:';

export const ofPerson = (id: string) => `${PERSON}${id}`;

export const ofLine = (id: string) => `${LINE}${id}`;

export function samplingFieldsOf(sampling: Sampling | undefined): SamplingFields {
  return {
    percent: String(sampling?.percent ?? 0),
    shares: [
      ...(sampling?.lines ?? []).map(({ line, percent }) => ({ of: ofLine(line), percent: String(percent) })),
      ...(sampling?.people ?? []).map(({ person, percent }) => ({ of: ofPerson(person), percent: String(percent) })),
    ],
  };
}

/** Nothing where nothing is sampled. */
export function samplingOf({ percent, shares }: SamplingFields): Sampling | undefined {
  const typed = shares.map((share) => ({ of: share.of, percent: numberOf(share.percent) }));
  const sampling = {
    percent: numberOf(percent),
    people: typed
      .filter(({ of }) => of.startsWith(PERSON))
      .map((share) => ({ person: share.of.slice(PERSON.length), percent: share.percent })),
    lines: typed
      .filter(({ of }) => of.startsWith(LINE))
      .map((share) => ({ line: share.of.slice(LINE.length), percent: share.percent })),
  };
  return sampling.percent > 0 || typed.length > 0 ? sampling : undefined;
}

/** Both decimal separators are understood. */
export const isPercent = (typed: string) =>
  /^\d{1,3}([.,]\d{1,4})?$/.test(typed.trim()) && numberOf(typed) >= 0 && numberOf(typed) <= 100;

const numberOf = (typed: string) => Number(typed.trim().replace(',', '.'));
