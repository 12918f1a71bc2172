import type { UseFormReturn } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { Button } from '../../design/Button';
import { Card } from '../../design/Card';
import { SelectField, TextArea, TextField } from '../../design/Field';
import { Refused, Said } from '../../design/Outcome';
import styles from './ProfileForm.module.css';
import { changeOf, fieldsOf, INDUSTRIES, isWebsite, LONGEST, type ProfileFields } from './profileFields';
import { useIndustryWords } from './useIndustryWords';
import { useSaveProfile } from './useProfile';

type Form = UseFormReturn<ProfileFields>;
type Props = {
  form: Form;
  number: string /** Meta's word for the one that is saved; empty for none. */;
  industry: string;
};

/** The texts of the profile, saved together. */
export function ProfileForm({ form, number, industry }: Props) {
  const t = useTranslations('profile');
  const optional = useTranslations('shell')('optional');
  const saving = useSaveProfile(number);
  const { errors, isDirty } = form.formState;
  const { about, description } = form.watch();
  const atMost = (longest: number) => ({ value: longest, message: t('tooLong', { longest }) });
  const website = { maxLength: atMost(LONGEST.website), validate: (url: string) => isWebsite(url) || t('notAWebsite') };

  const save = form.handleSubmit((filled) =>
    saving.mutate(changeOf(filled), { onSuccess: (saved) => form.reset(fieldsOf(saved)) }),
  );

  return (
    <Card title={t('words.title')} text={t('words.text')}>
      <form onSubmit={save} noValidate>
        <TextField
          label={t('about')}
          hint={t('aboutHint', { length: about.length, longest: LONGEST.about })}
          error={errors.about?.message}
          autoComplete="off"
          {...form.register('about', {
            validate: (text) => text.trim() !== '' || t('missing'),
            maxLength: atMost(LONGEST.about),
          })}
        />
        <TextArea
          label={t('description')}
          optional={optional}
          rows={4}
          hint={t('descriptionHint', { length: description.length, longest: LONGEST.description })}
          error={errors.description?.message}
          {...form.register('description', { maxLength: atMost(LONGEST.description) })}
        />
        <TextField
          label={t('address')}
          optional={optional}
          error={errors.address?.message}
          autoComplete="off"
          {...form.register('address', { maxLength: atMost(LONGEST.address) })}
        />
        <div className={styles.pair}>
          <TextField
            label={t('email')}
            optional={optional}
            type="email"
            error={errors.email?.message}
            autoComplete="off"
            {...form.register('email', {
              maxLength: atMost(LONGEST.email),
              pattern: { value: /^\s*[^\s@]+@[^\s@]+\s*$/, message: t('notAnEmail') },
            })}
          />
          <IndustryField form={form} saved={industry} />
          <TextField
            label={t('website')}
            optional={optional}
            inputMode="url"
            error={errors.website?.message}
            autoComplete="off"
            {...form.register('website', website)}
          />
          <TextField
            label={t('secondWebsite')}
            optional={optional}
            inputMode="url"
            error={errors.secondWebsite?.message}
            autoComplete="off"
            {...form.register('secondWebsite', website)}
          />
        </div>
        <Refused error={saving.error} />
        <div className={styles.foot}>
          <Button type="submit" look="primary" busy={saving.isPending} disabled={!isDirty}>
            {saving.isPending ? t('saving') : t('save')}
          </Button>
          <Said>{saving.isSuccess && !isDirty && t('saved')}</Said>
        </div>
      </form>
    </Card>
  );
}

function IndustryField({ form, saved }: { form: Form; saved: string }) {
  const t = useTranslations('profile');
  const words = useIndustryWords();
  const also = saved === '' || (INDUSTRIES as readonly string[]).includes(saved) ? [] : [saved];
  return (
    <SelectField label={t('industry')} hint={saved === '' && t('industryHint')} {...form.register('vertical')}>
      {saved === '' && <option value="">{t('noIndustry')}</option>}
      {[...INDUSTRIES, ...also].map((industry) => (
        <option key={industry} value={industry}>
          {words(industry)}
        </option>
      ))}
    </SelectField>
  );
}
