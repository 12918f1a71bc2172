import { expect, test } from 'vitest';
import { smsParts } from './smsParts';

test.each([
  ['nothing', '', 0],
  ['160 letters', 'a'.repeat(160), 1],
  ['161 letters', 'a'.repeat(161), 2],
  ['306 letters', 'a'.repeat(306), 2],
  ['307 letters', 'a'.repeat(307), 3],
  ['umlauts and line breaks of the default alphabet', 'äöüÄÖÜß\n'.repeat(20), 1],
  ['80 euro signs, two places each', '€'.repeat(80), 1],
  ['81 euro signs', '€'.repeat(81), 2],
  ['a euro sign that would be divided', `${'a'.repeat(152)}€${'a'.repeat(152)}`, 3],
  ['70 Cyrillic letters', 'я'.repeat(70), 1],
  ['71 Cyrillic letters', 'я'.repeat(71), 2],
  ['135 Cyrillic letters', 'я'.repeat(135), 3],
  ['a typographic apostrophe, which is not in the default alphabet', `${'a'.repeat(70)}’`, 2],
  ['35 emoji, two units each', '😀'.repeat(35), 1],
  ['67 emoji: no pair is divided, 33 to a part', '😀'.repeat(67), 3],
])('%s', (_, text, parts) => {
  expect(smsParts(text)).toBe(parts);
});
