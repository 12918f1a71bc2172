import { useLocale } from 'use-intl';

/** Those that are offered. Meta has more; what a template has already is offered as well. */
export const LANGUAGES = [
  'en_US',
  'en_GB',
  'en',
  'de',
  'fr',
  'es',
  'it',
  'nl',
  'pt_BR',
  'pt_PT',
  'pl',
  'tr',
  'ar',
  'zh_CN',
  'ja',
];

/** What Meta's code of a language is called, in the reader's own. */
export function useLanguageName(): (code: string) => string {
  const names = new Intl.DisplayNames([useLocale(), 'en'], { type: 'language' });
  return (code) => {
    try {
      return names.of(code.replace('_', '-')) ?? code;
    } catch {
      return code;
    }
  };
}
