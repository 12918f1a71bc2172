import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { useOrganization } from '../../admin/organization/useOrganization';
import type { ContactCard } from '../../api/schema';
import { Button } from '../../design/Button';
import { Check, CheckGroup, Radio } from '../../design/Check';
import { Dialog } from '../../design/Dialog';
import { SelectField, TextArea, TextField } from '../../design/Field';
import { Refused } from '../../design/Outcome';
import { UnsavedFoot, useUnsaved } from '../../design/useUnsaved';
import { ContactField } from '../ContactField';
import styles from '../List.module.css';
import { beginningOf } from '../times';
import { useReasonRules } from '../useReason';
import { useOrderExport } from './queries';

const FORMATS = ['jsonl', 'eml', 'rsmf', 'transcript', 'pdf'] as const;

export function ExportDialog({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const t = useTranslations('compliance.exports');
  const c = useTranslations('compliance');
  const s = useTranslations('shell');
  const id = useId();
  const { data: firm } = useOrganization();
  const ordering = useOrderExport();
  const reason = useReasonRules();
  const [contact, setContact] = useState<ContactCard | null>(null);
  const form = useForm({
    defaultValues: { format: 'jsonl', reason: '', line: '', from: '', until: '', withContent: true },
  });
  const { errors, isDirty } = form.formState;
  const unsaved = useUnsaved((isDirty || contact !== null) && !ordering.isSuccess, onClose);
  const order = form.handleSubmit((filled) =>
    ordering.mutate(
      {
        format: filled.format,
        reason: filled.reason.trim(),
        line: filled.line || null,
        contact: contact?.id ?? null,
        from: beginningOf(filled.from) ?? null,
        until: beginningOf(filled.until, 1) ?? null,
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
        <ContactField chosen={contact} onChoose={setContact} />
        <div className={styles.pair}>
          <SelectField label={c('search.line')} {...form.register('line')}>
            <option value="">{c('search.all')}</option>
            {firm?.lines.map((line) => (
              <option key={line.id} value={line.id}>
                {line.name}
              </option>
            ))}
          </SelectField>
          <TextField label={c('search.from')} type="date" {...form.register('from')} />
          <TextField label={c('search.until')} type="date" {...form.register('until')} />
        </div>
        <Check label={t('withContent')} hint={t('withContentHint')} {...form.register('withContent')} />
        <Refused error={ordering.error} />
      </form>
    </Dialog>
  );
}
