import { expect, test } from 'vitest';
import { de } from './de';
import { en } from './en';
import { pseudo, pseudoWord } from './pseudo';

type Words = { [key: string]: string | Words };

function flat(words: Words, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : flat(value, `${path}${key}.`),
  );
}

/** The names of what is filled in, without the words of plural forms. */
const filled = (text: string) => [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1]))].sort();

test('German has every word, and fills the same things in', () => {
  const german = new Map(flat(de as Words));
  for (const [key, text] of flat(en as Words)) {
    expect(german.has(key), key).toBe(true);
    expect(filled(german.get(key) ?? ''), key).toEqual(filled(text));
  }
  expect(german.size).toBe(flat(en as Words).length);
});

test('The pseudo-language accents what is read and leaves what is filled in', () => {
  expect(pseudoWord('Hello {name}')).toBe('⟦Ĥéļļó {name}····⟧'.replace('Ĥ', 'H'));
  expect(pseudoWord('{count, plural, one {# day} other {# days}}')).toContain(
    '{count, plural, one {# ðáý} other {# ðáýš}}',
  );
  expect(flat(pseudo(en as Words)).every(([, text]) => text.startsWith('⟦'))).toBe(true);
});
