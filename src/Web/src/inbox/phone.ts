import { AsYouType, type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** The region that the reader's browser names, and none where it names a language only: a guess would be a wrong number. */
export function readersCountry(languages: readonly string[]): CountryCode | undefined {
  for (const language of languages) {
    const region = new Intl.Locale(language).region;
    if (region && isSupportedCountry(region)) return region;
  }
  return undefined;
}

export function looksLikeNumber(text: string): boolean {
  return /^[+\d(][\d\s()./-]*$/.test(text.trim());
}

/** What to look for: of a number its digits, as they are kept. */
export function searched(text: string, country: CountryCode | undefined): string {
  if (!looksLikeNumber(text)) return text.trim();
  return phoneOf(text, country)?.e164 ?? text.replace(/[^\d+]/g, '');
}

/** Groups the digits of a number while it is typed at its end; what is deleted or put in between stays as it is. */
export function typed(now: string, before: string, country: CountryCode | undefined): string {
  const grows = now.length > before.length && now.startsWith(before);
  const isPasted = before === '' && now.length > 1;
  return (grows || isPasted) && looksLikeNumber(now) ? new AsYouType(country).input(now) : now;
}

export type Phone = { e164: string; shown: string; country?: CountryCode };

/** The number that was meant, or null while it is none. */
export function phoneOf(text: string, country: CountryCode | undefined): Phone | null {
  const number = parsePhoneNumberFromString(text, country);
  return number?.isPossible()
    ? { e164: number.number, shown: number.formatInternational(), country: number.country }
    : null;
}

export function shownNumber(e164: string): string {
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}
