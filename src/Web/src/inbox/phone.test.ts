import { expect, test } from 'vitest';
import { looksLikeNumber, phoneOf, readersCountry, searched, typed } from './phone';

test('The country is the one that the browser names, and none is guessed from a language', () => {
  expect(readersCountry(['de-CH', 'en-GB'])).toBe('CH');
  expect(readersCountry(['de', 'en-GB'])).toBe('GB');
  expect(readersCountry(['en'])).toBeUndefined();
});

test('A number is understood in the reader’s country, and anywhere with its country code', () => {
  expect(phoneOf('030 23125577', 'DE')).toEqual({ e164: '+493023125577', shown: '+49 30 23125577', country: 'DE' });
  expect(phoneOf('+44 7700 900112', 'DE')?.e164).toBe('+447700900112');
  expect(phoneOf('030 23125577', undefined)).toBeNull();
  expect(phoneOf('+49 3', 'DE')).toBeNull();
});

test('Digits are grouped as they are typed or pasted, and nothing resists being deleted or put in between', () => {
  expect(typed('+4930231', '+493023', undefined)).toBe('+49 30 231');
  expect(typed('+493023125577', '', undefined)).toBe('+49 30 23125577');
  expect(typed('+49 30 ', '+49 30 2', undefined)).toBe('+49 30 ');
  expect(typed('+49 130 2', '+49 30 2', undefined)).toBe('+49 130 2');
  expect(typed('Ada', 'Ad', 'DE')).toBe('Ada');
});

test('A number is looked for as it is kept, whole or begun', () => {
  expect(searched('030 23125577', 'DE')).toBe('+493023125577');
  expect(searched('+49 3', 'DE')).toBe('+493');
  expect(searched(' Ada ', 'DE')).toBe('Ada');
});

test('A name is not taken for a number', () => {
  expect(looksLikeNumber('+49 (30) 23-12')).toBe(true);
  expect(looksLikeNumber('Ada 2')).toBe(false);
  expect(looksLikeNumber('')).toBe(false);
});
