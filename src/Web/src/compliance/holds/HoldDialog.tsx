import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { useOrganization } from '../../admin/organization/useOrganization';
import type { ContactCard } from '../../api/schema';
import { Button } from '../../design/Button';
import { Dialog } from '../../design/Dialog';
import { SelectField, TextArea, TextField } from '../../design/Field';
import { Refused } from '../../design/Outcome';
import { UnsavedFoot, useUnsaved } from '../../design/useUnsaved';
import { ContactField } from '../ContactField';
import styles from '../List.module.css';
import { beginningOf } from '../times';
import { useReasonRules } from '../useReason';
import { usePlaceHold } from './queries';

export function HoldDialog({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const t = useTranslations('compliance.holds');
  const c = useTranslations('compliance');
  const s = useTranslations('shell');
  const id = useId();
  const { data: firm } = useOrganization();
  const placing = usePlaceHold();
  const reason = useReasonRules();
  const [contact, setContact] = useState<ContactCard | null>(null);
  const form = useForm({ defaultValues: { name: '', reason: '', line: '', person: '', from: '', until: '' } });
  const { errors, isDirty } = form.formState;
  const unsaved = useUnsaved((isDirty || contact !== null) && !placing.isSuccess, onClose);
  const place = form.handleSubmit((filled) =>
    placing.mutate(
      {
        name: filled.name.trim(),
        reason: filled.reason.trim(),
        line: filled.line || null,
        person: filled.person || null,
        contact: contact?.id ?? null,
        from: beginningOf(filled.from) ?? null,
        until: beginningOf(filled.until, 1) ?? null,
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
          <SelectField label={c('search.person')} {...form.register('person')}>
            <option value="">{c('search.everybody')}</option>
            {firm?.people.map((person) => (
              <option key={person.id} value={person.id}>
                {person.name}
              </option>
            ))}
          </SelectField>
          <TextField label={c('search.from')} type="date" {...form.register('from')} />
          <TextField label={c('search.until')} type="date" {...form.register('until')} />
        </div>
        <Refused error={placing.error} />
      </form>
    </Dialog>
  );
}
