import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { OrganizationView } from '../../api/schema';
import { Button } from '../../design/Button';
import { Card } from '../../design/Card';
import { TextArea } from '../../design/Field';
import { Refused, Said } from '../../design/Outcome';
import { UnsavedDialog, useUnsaved } from '../../design/useUnsaved';
import { Filled } from '../../templates/Filled';
import styles from './SmsNotice.module.css';
import { useChangeOrganization } from './useOrganization';

const LONGEST = 1000;

export function SmsNotice({ organization }: { organization: OrganizationView }) {
  const t = useTranslations('admin.organization.sms');
  const saving = useChangeOrganization();
  const form = useForm({ values: { text: organization.sms_notice ?? '' }, resetOptions: { keepDirtyValues: true } });
  const { isDirty, errors } = form.formState;
  const unsaved = useUnsaved(isDirty);
  const text = form.watch('text');

  const save = form.handleSubmit(({ text }) =>
    saving.mutate({ sms_disclaimer: text }, { onSuccess: () => form.reset({ text }) }),
  );

  return (
    <Card title={t('title')} text={t('text')}>
      <form className={styles.columns} onSubmit={save} noValidate>
        <div>
          <TextArea
            label={t('label')}
            hint={t('hint', { variable: '{{1}}', length: text.length, longest: LONGEST })}
            error={errors.text?.message}
            rows={5}
            {...form.register('text', {
              validate: (value) => value.trim() !== '' || t('missing'),
              maxLength: { value: LONGEST, message: t('tooLong', { longest: LONGEST }) },
            })}
          />
          <Refused error={saving.error} />
          <div className={styles.foot}>
            <Button type="submit" look="primary" busy={saving.isPending} disabled={!isDirty}>
              {saving.isPending ? t('saving') : t('save')}
            </Button>
            <Said>{saving.isSuccess && !isDirty && t('saved')}</Said>
          </div>
        </div>
        <figure className={styles.preview}>
          <figcaption>{t('preview')}</figcaption>
          <p className={styles.bubble}>
            <Filled text={text} values={{ 1: organization.name }} />
          </p>
        </figure>
      </form>
      <UnsavedDialog unsaved={unsaved} />
    </Card>
  );
}
