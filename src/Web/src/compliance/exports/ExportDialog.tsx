import { useId, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { ContactCard } from '../../api/schema';
import { Button } from '../../design/Button';
import { Check, CheckGroup, Radio } from '../../design/Check';
import { Dialog } from '../../design/Dialog';
import { TextArea } from '../../design/Field';
import { Refused } from '../../design/Outcome';
import { UnsavedFoot, useUnsaved } from '../../design/useUnsaved';
import { CoverFields } from '../CoverFields';
import { coverOf, everything } from '../cover';
import styles from '../List.module.css';
import { useReasonRules } from '../useReason';
import { useOrderExport } from './queries';

const FORMATS = ['jsonl', 'eml', 'rsmf', 'transcript', 'pdf'] as const;

export function ExportDialog({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const t = useTranslations('compliance.exports');
  const c = useTranslations('compliance');
  const s = useTranslations('shell');
  const id = useId();
  const ordering = useOrderExport();
  const reason = useReasonRules();
  const [contact, setContact] = useState<ContactCard | null>(null);
  const form = useForm({
    defaultValues: { format: 'jsonl', reason: '', ...everything, withContent: true },
  });
  const { errors, isDirty } = form.formState;
  const unsaved = useUnsaved((isDirty || contact !== null) && !ordering.isSuccess, onClose);
  const order = form.handleSubmit((filled) =>
    ordering.mutate(
      {
        format: filled.format,
        reason: filled.reason.trim(),
        ...coverOf(filled, contact),
        with_content: filled.withContent,
        zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      },
      { onSuccess: onDone },
    ),
  );
  return (
    <Dialog
      wide
      title={t('new')}
      onClose={unsaved.close}
      actions={
        <UnsavedFoot unsaved={unsaved}>
          <Button onClick={unsaved.close}>{s('cancel')}</Button>
          <Button type="submit" form={id} look="primary" busy={ordering.isPending}>
            {t('order')}
          </Button>
        </UnsavedFoot>
      }
    >
      <FormProvider {...form}>
        <form id={id} className={styles.form} onSubmit={order} noValidate>
          <CheckGroup label={t('format')}>
            {FORMATS.map((format) => (
              <Radio
                key={format}
                label={t(`formats.${format}`)}
                hint={t(`hints.${format}`)}
                value={format}
                {...form.register('format')}
              />
            ))}
          </CheckGroup>
          <TextArea
            label={c('reason')}
            hint={c('reasonHint')}
            rows={2}
            error={errors.reason?.message}
            {...form.register('reason', reason)}
          />
          <CoverFields contact={contact} onContact={setContact} />
          <Check label={t('withContent')} hint={t('withContentHint')} {...form.register('withContent')} />
          <Refused error={ordering.error} />
        </form>
      </FormProvider>
    </Dialog>
  );
}
