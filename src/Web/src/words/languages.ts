/** The languages of the pages. `en-XA` is none: it shows where a word was forgotten. */
export const languages = { en: 'English', de: 'Deutsch' } as const;

export type Language = keyof typeof languages | 'en-XA';

const KEPT = 'language';

export function isLanguage(word: string | null): word is Language {
  return word !== null && (word in languages || word === 'en-XA');
}

/** What the reader chose here, else what the browser asks for. `?language=` in the address chooses. */
export function preferredLanguage(): Language {
  const asked = new URLSearchParams(window.location.search).get('language');
  if (isLanguage(asked)) keepLanguage(asked);
  const kept = localStorage.getItem(KEPT);
  if (isLanguage(kept)) return kept;
  for (const wanted of navigator.languages) {
    const short = wanted.slice(0, 2);
    if (isLanguage(short)) return short;
  }
  return 'en';
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(KEPT, language);
}

/** How dates and numbers are written: as the reader's own region does, where it speaks the language of the pages. */
export function formatLocale(language: Language): string {
  if (language === 'en-XA') return 'en';
  return navigator.languages.find((wanted) => wanted.slice(0, 2) === language) ?? language;
}
