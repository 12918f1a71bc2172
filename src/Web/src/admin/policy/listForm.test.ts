import { expect, test } from 'vitest';
import { fieldsOf, listOf, wordsOf } from './listForm';

test('Words stand one a line, and say their weight where it is not 1', () => {
  expect(wordsOf(' guaranteed return = 5\n\ninside tip\na = b\n')).toEqual([
    { text: 'guaranteed return', weight: 5 },
    { text: 'inside tip', weight: 1 },
    { text: 'a = b', weight: 1 },
  ]);
});

test('A list that is opened and saved stays as it was', () => {
  const list = {
    id: 'promises',
    name: 'Promises',
    words: [
      { text: 'guaranteed', weight: 5 },
      { text: 'no risk', weight: 1 },
    ],
    whole_words: false,
    match_case: true,
    see_through_disguise: false,
  };
  expect(listOf(fieldsOf(list), list, ['promises'])).toEqual(list);
});
