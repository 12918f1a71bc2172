import { expect, test } from 'vitest';
import { complete, freeId, type Rule, withList, withoutRule, withRule } from './policy';

const policy = complete({ rules: [{ id: 'cards', name: 'Cards', action: 'redact' }] as never });
const [rule] = policy.rules as [Rule];

test('What the API leaves out has its usual value', () => {
  expect(policy.rules[0]).toMatchObject({
    enabled: true,
    direction: 'both',
    threshold: 1,
    detectors: [],
    must_match: [],
  });
});

test('A rule takes the place of the one with its id, and another one comes last', () => {
  expect(withRule(policy, { ...rule, name: 'Payment cards' }).rules.map(({ name }) => name)).toEqual(['Payment cards']);
  expect(withRule(policy, { ...rule, id: 'more' }).rules.map(({ id }) => id)).toEqual(['cards', 'more']);
  expect(withoutRule(policy, 'cards').rules).toEqual([]);
});

test('A word list is added beside the rules', () => {
  const list = { id: 'a', name: 'A', words: [], whole_words: true, match_case: false, see_through_disguise: true };
  expect(withList(policy, list)).toEqual({ ...policy, word_lists: [list] });
});

test('An id is made of the name, and never twice', () => {
  expect(freeId('Zahlungs­karten & Ähnliches', [])).toBe('zahlungs-karten-a-hnliches');
  expect(freeId('Cards', ['cards', 'cards-2'])).toBe('cards-3');
  expect(freeId('名前', [])).toBe('rule');
});
