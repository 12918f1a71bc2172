import type { OptInLanguage } from '../api/schema';

/** The languages in which can be asked now; where there is none, the default, which says why. */
export function offered(languages: readonly OptInLanguage[]): readonly OptInLanguage[] {
  const approved = languages.filter(({ template }) => template?.status === 'approved');
  return approved.length > 0 ? approved : languages.filter((language) => language.is_default);
}

/** The first of the wishes that is offered, else the default, else what there is. */
export const preferred = (
  languages: readonly OptInLanguage[],
  wishes: readonly (string | null | undefined)[],
): OptInLanguage | undefined =>
  wishes.map((wish) => languages.find(({ language }) => language === wish)).find((found) => found !== undefined) ??
  languages.find((language) => language.is_default) ??
  languages[0];
