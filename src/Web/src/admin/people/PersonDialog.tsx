import { useId } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { LineCard, PersonView } from '../../api/schema';
import { Button } from '../../design/Button';
import { CheckGroup } from '../../design/Check';
import { Dialog } from '../../design/Dialog';
import { TextField } from '../../design/Field';
import { Refused } from '../../design/Outcome';
import { Switch } from '../../design/Switch';
import { UnsavedFoot, useUnsaved } from '../../design/useUnsaved';
import { useMe } from '../../shell/me';
import { LineChecks } from './LineChecks';
import styles from './PersonDialog.module.css';
import { changeOf, fieldsOf, newPerson, type PersonFields } from './personForm';
import { RoleChecks } from './RoleChecks';
import { keptRoles } from './roles';
import { useSavePerson } from './usePeople';

type Props = {
  /** Nobody yet where one is added. */
  person?: PersonView;
  lines: readonly LineCard[];
  onClose: () => void;
  onSaved: (person: PersonView) => void;
};

export function PersonDialog({ person, lines, onClose, onSaved }: Props) {
  const t = useTranslations('admin.people');
  const s = useTranslations('shell');
  const oneself = useMe().id === person?.id;
  const kept = person ? keptRoles(person.roles) : [];
  const saving = useSavePerson();
  const form = useForm<PersonFields>({ defaultValues: fieldsOf(person) });
  const { errors, isDirty } = form.formState;
  const unsaved = useUnsaved(isDirty && !saving.isSuccess, onClose);
  const id = useId();

  const save = form.handleSubmit((fields) => {
    const change = person && changeOf(person, fields);
    if (change === null) return onClose();
    saving.mutate(change ? { person: person.id, change } : { add: newPerson(fields) }, { onSuccess: onSaved });
  });

  return (
    <Dialog
      title={person ? t('change') : t('add')}
      onClose={unsaved.close}
      actions={
        <UnsavedFoot unsaved={unsaved}>
          <Button onClick={unsaved.close}>{s('cancel')}</Button>
          <Button type="submit" form={id} look="primary" busy={saving.isPending}>
            {saving.isPending ? t('saving') : person ? s('save') : t('add')}
          </Button>
        </UnsavedFoot>
      }
    >
      <form id={id} onSubmit={save} noValidate>
        <TextField
          label={t('name')}
          hint={t('nameHint')}
          autoComplete="off"
          error={errors.name?.message}
          {...form.register('name', {
            validate: (name) => name.trim() !== '' || t('nameMissing'),
            maxLength: { value: 200, message: t('nameTooLong') },
          })}
        />
        <Controller
          control={form.control}
          name="roles"
          rules={{ validate: (roles) => roles.length + kept.length > 0 || t('roleMissing') }}
          render={({ field }) => (
            <CheckGroup label={t('roles')} error={errors.roles?.message}>
              <RoleChecks kept={kept} oneself={oneself} roles={field.value} onChange={field.onChange} />
            </CheckGroup>
          )}
        />
        <Controller
          control={form.control}
          name="lines"
          render={({ field }) => (
            <CheckGroup label={t('lines')}>
              <LineChecks lines={lines} chosen={field.value} onChange={field.onChange} />
            </CheckGroup>
          )}
        />
        <div className={styles.switch}>
          <Controller
            control={form.control}
            name="whatsapp_enabled"
            render={({ field }) => (
              <Switch
                label={t('whatsApp.label')}
                hint={t('whatsApp.hint')}
                checked={field.value}
                onChange={field.onChange}
              />
            )}
          />
        </div>
        <Refused error={saving.error} />
      </form>
    </Dialog>
  );
}
