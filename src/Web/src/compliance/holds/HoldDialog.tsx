import { useId, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { ContactCard } from '../../api/schema';
import { Button } from '../../design/Button';
import { Dialog } from '../../design/Dialog';
import { TextArea, TextField } from '../../design/Field';
import { Refused } from '../../design/Outcome';
import { UnsavedFoot, useUnsaved } from '../../design/useUnsaved';
import { CoverFields } from '../CoverFields';
import { coverOf, everything } from '../cover';
import styles from '../List.module.css';
import { useReasonRules } from '../useReason';
import { usePlaceHold } from './queries';

export function HoldDialog({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const t = useTranslations('compliance.holds');
  const c = useTranslations('compliance');
  const s = useTranslations('shell');
  const id = useId();
  const placing = usePlaceHold();
  const reason = useReasonRules();
  const [contact, setContact] = useState<ContactCard | null>(null);
  const form = useForm({ defaultValues: { name: '', reason: '', ...everything } });
  const { errors, isDirty } = form.formState;
  const unsaved = useUnsaved((isDirty || contact !== null) && !placing.isSuccess, onClose);
  const place = form.handleSubmit((filled) =>
    placing.mutate(
      {
        name: filled.name.trim(),
        reason: filled.reason.trim(),
        ...coverOf(filled, contact),
        person: filled.person || null,
      },
      { onSuccess: onDone },
    ),
  );
  return (
    <Dialog
      wide
      title={t('place')}
      onClose={unsaved.close}
      actions={
        <UnsavedFoot unsaved={unsaved}>
          <Button onClick={unsaved.close}>{s('cancel')}</Button>
          <Button type="submit" form={id} look="primary" busy={placing.isPending}>
            {t('place')}
          </Button>
        </UnsavedFoot>
      }
    >
      <FormProvider {...form}>
        <form id={id} className={styles.form} onSubmit={place} noValidate>
          <TextField
            label={t('name')}
            hint={t('nameHint')}
            error={errors.name?.message}
            autoComplete="off"
            data-autofocus
            {...form.register('name', {
              validate: (name) => name.trim() !== '' || t('nameMissing'),
              maxLength: { value: 200, message: t('nameTooLong') },
            })}
          />
          <TextArea
            label={c('reason')}
            hint={c('reasonHint')}
            rows={2}
            error={errors.reason?.message}
            {...form.register('reason', reason)}
          />
          <CoverFields contact={contact} onContact={setContact} withPerson />
          <Refused error={placing.error} />
        </form>
      </FormProvider>
    </Dialog>
  );
}
