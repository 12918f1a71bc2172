import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { LineCard } from '../../api/schema';
import { Button } from '../../design/Button';
import { Dialog } from '../../design/Dialog';
import { TextField } from '../../design/Field';
import { Refused } from '../../design/Outcome';
import { UnsavedFoot, useUnsaved } from '../../design/useUnsaved';
import { useRenameLine } from './useLines';

export function RenameDialog({ line, onClose, onSaved }: { line: LineCard; onClose: () => void; onSaved: () => void }) {
  const t = useTranslations('admin.lines');
  const s = useTranslations('shell');
  const renaming = useRenameLine(line.id);
  const form = useForm({ defaultValues: { name: line.name } });
  const { errors, isDirty } = form.formState;
  const unsaved = useUnsaved(isDirty && !renaming.isSuccess, onClose);
  const id = useId();
  const save = form.handleSubmit(({ name }) => renaming.mutate(name.trim(), { onSuccess: onSaved }));
  return (
    <Dialog
      title={t('renameTitle')}
      onClose={unsaved.close}
      actions={
        <UnsavedFoot unsaved={unsaved}>
          <Button onClick={unsaved.close}>{s('cancel')}</Button>
          <Button type="submit" form={id} look="primary" busy={renaming.isPending} disabled={!isDirty}>
            {s('save')}
          </Button>
        </UnsavedFoot>
      }
    >
      <form id={id} onSubmit={save} noValidate>
        <TextField
          label={t('renameLabel')}
          hint={t('renameHint')}
          error={errors.name?.message}
          autoComplete="off"
          {...form.register('name', {
            validate: (name) => name.trim() !== '' || t('renameMissing'),
            maxLength: { value: 200, message: t('renameTooLong') },
          })}
        />
        <Refused error={renaming.error} />
      </form>
    </Dialog>
  );
}
