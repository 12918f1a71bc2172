import { type UseFormReturn, useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { RecordingTerms } from '../../api/schema';
import { CheckGroup, Radio } from '../../design/Check';
import { SelectField, TextField } from '../../design/Field';
import { CLASSES, type Filled, filledFrom, LONGEST_DAYS } from './terms';

export const useTermsForm = (terms: RecordingTerms | null, forLine: boolean) =>
  useForm<Filled>({ defaultValues: filledFrom(terms, forLine) });

/** Whether it is recorded, and how long it is kept. */
export function TermsFields({ form, forLine }: { form: UseFormReturn<Filled>; forLine: boolean }) {
  const t = useTranslations('admin.recording');
  const how = form.watch('how');
  return (
    <>
      <CheckGroup label={t('how')}>
        {forLine && (
          <Radio label={t('inherited.label')} hint={t('inherited.hint')} value="inherited" {...form.register('how')} />
        )}
        <Radio label={t('recorded.label')} hint={t('recorded.hint')} value="recorded" {...form.register('how')} />
        <Radio label={t('off.label')} hint={t('off.hint')} value="off" {...form.register('how')} />
      </CheckGroup>
      {how === 'recorded' && (
        <SelectField label={t('years')} {...form.register('years')}>
          {CLASSES.map((years) => (
            <option key={years} value={years}>
              {t('yearsOption', { years })}
            </option>
          ))}
        </SelectField>
      )}
      {how === 'off' && (
        <TextField
          label={t('days')}
          hint={t('daysHint', { longest: LONGEST_DAYS })}
          inputMode="numeric"
          error={form.formState.errors.days?.message}
          {...form.register('days', {
            validate: (days) =>
              (/^\d{1,3}$/.test(days.trim()) && Number(days) >= 1 && Number(days) <= LONGEST_DAYS) ||
              t('daysWrong', { longest: LONGEST_DAYS }),
          })}
        />
      )}
    </>
  );
}
