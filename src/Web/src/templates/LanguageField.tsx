import type { ComponentProps } from 'react';
import { useTranslations } from 'use-intl';
import { SelectField } from '../design/Field';
import { LANGUAGES, useLanguageName } from './language';

/** Offers the languages of `of`, or those that are usual, but for those in `without`. */
export function LanguageField({
  of = LANGUAGES,
  without = [],
  label,
  ...props
}: Omit<ComponentProps<typeof SelectField>, 'label' | 'children'> & {
  of?: readonly string[];
  without?: readonly string[];
  label?: string;
}) {
  const t = useTranslations('templates');
  const name = useLanguageName();
  return (
    <SelectField {...props} label={label ?? t('language')}>
      {of
        .filter((code) => !without.includes(code))
        .map((code) => (
          <option key={code} value={code}>
            {name(code)}
          </option>
        ))}
    </SelectField>
  );
}
