import type { Word, WordList } from './policy';
import { freeId } from './policy';

/** A word list as it is typed. */
export type ListFields = Pick<WordList, 'name' | 'whole_words' | 'match_case' | 'see_through_disguise'> & {
  words: string;
};

export const fieldsOf = (list: WordList | undefined): ListFields => ({
  name: list?.name ?? '',
  words: (list?.words ?? []).map(({ text, weight }) => (weight === 1 ? text : `${text} = ${weight}`)).join('\n'),
  whole_words: list?.whole_words ?? true,
  match_case: list?.match_case ?? false,
  see_through_disguise: list?.see_through_disguise ?? true,
});

export const listOf = (fields: ListFields, before: WordList | undefined, taken: readonly string[]): WordList => ({
  ...before,
  id: before?.id ?? freeId(fields.name, taken),
  name: fields.name.trim(),
  words: wordsOf(fields.words),
  whole_words: fields.whole_words,
  match_case: fields.match_case,
  see_through_disguise: fields.see_through_disguise,
});

/** One word or phrase a line, with its weight behind an equals sign where it is not 1. */
export function wordsOf(typed: string): Word[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const weighed = /^(.*\S)\s*=\s*(\d+)$/.exec(line);
      return weighed?.[1] ? { text: weighed[1], weight: Number(weighed[2]) } : { text: line, weight: 1 };
    });
}
