import { useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { SelectField, TextArea, TextField } from '../../design/Field';
import { LanguageField } from '../../templates/LanguageField';
import type { TemplateFields } from './templateForm';

const LONGEST_LINE = 60;
const LONGEST_BODY = 1024;

export function TextFields() {
  const t = useTranslations('admin.templates');
  const words = useTranslations('templates');
  const optional = useTranslations('shell')('optional');
  const { register, formState, watch } = useFormContext<TemplateFields>();
  const { errors } = formState;
  const atMost = (value: number) => ({ value, message: t('tooLong', { longest: value }) });
  return (
    <>
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        error={errors.name?.message}
        {...register('name', {
          required: t('nameWrong'),
          pattern: { value: /^[a-z0-9_]{1,512}$/, message: t('nameWrong') },
        })}
      />
      <LanguageField {...register('language')} />
      <SelectField label={words('categoryLabel')} hint={t('categoryHint')} {...register('category')}>
        <option value="UTILITY">{words('category.UTILITY')}</option>
        <option value="MARKETING">{words('category.MARKETING')}</option>
      </SelectField>
      <TextField
        label={t('header')}
        optional={optional}
        error={errors.header?.message}
        {...register('header', { maxLength: atMost(LONGEST_LINE) })}
      />
      <TextArea
        label={t('body')}
        rows={5}
        hint={t('bodyHint', { one: '{{1}}', two: '{{2}}', length: watch('body').length, longest: LONGEST_BODY })}
        error={errors.body?.message}
        {...register('body', {
          validate: (text) => text.trim() !== '' || t('bodyMissing'),
          maxLength: atMost(LONGEST_BODY),
        })}
      />
      <TextField
        label={t('footer')}
        optional={optional}
        error={errors.footer?.message}
        {...register('footer', { maxLength: atMost(LONGEST_LINE) })}
      />
    </>
  );
}
