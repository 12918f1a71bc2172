import { Plus, Trash2 } from 'lucide-react';
import { useId } from 'react';
import { useFieldArray, useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { PersonView } from '../../api/schema';
import { Button, IconButton } from '../../design/Button';
import { CheckGroup } from '../../design/Check';
import { Dialog } from '../../design/Dialog';
import { SelectField, TextField } from '../../design/Field';
import { Warned } from '../../design/Outcome';
import { UnsavedFoot, useUnsaved } from '../../design/useUnsaved';
import styles from './PolicyPage.module.css';
import type { Policy } from './policy';
import { isPercent, ofLine, ofPerson, type SamplingFields, samplingFieldsOf, samplingOf } from './samplingForm';
import { useSavePolicy } from './usePolicy';
import { useWrongWords } from './useWrongWords';

type Props = {
  policy: Policy;
  people: readonly PersonView[];
  lines: readonly { id: string; name: string }[];
  onClose: () => void;
  onDone: (words: string) => void;
};

export function SamplingDialog({ policy, people, lines, onClose, onDone }: Props) {
  const t = useTranslations('admin.policy.sampling');
  const p = useTranslations('admin.policy');
  const s = useTranslations('shell');
  const saving = useSavePolicy();
  const wrong = useWrongWords();
  const form = useForm<SamplingFields>({ defaultValues: samplingFieldsOf(policy.sampling) });
  const { errors, isDirty } = form.formState;
  const shares = useFieldArray({ control: form.control, name: 'shares' });
  const unsaved = useUnsaved(isDirty && !saving.isSuccess, onClose);
  const id = useId();
  const percentage = { validate: (typed: string) => isPercent(typed) || t('wrong') };
  const save = form.handleSubmit((fields) =>
    saving.mutate({ ...policy, sampling: samplingOf(fields) }, { onSuccess: () => onDone(t('saved')) }),
  );
  return (
    <Dialog
      title={t('title')}
      onClose={unsaved.close}
      actions={
        <UnsavedFoot unsaved={unsaved}>
          <Button onClick={unsaved.close}>{s('cancel')}</Button>
          <Button type="submit" form={id} look="primary" busy={saving.isPending}>
            {saving.isPending ? p('saving') : s('save')}
          </Button>
        </UnsavedFoot>
      }
    >
      <form id={id} onSubmit={save} noValidate>
        <TextField
          inputMode="decimal"
          label={t('percent')}
          hint={t('percentHint')}
          autoComplete="off"
          error={errors.percent?.message}
          {...form.register('percent', percentage)}
        />
        <CheckGroup label={t('larger')}>
          {shares.fields.map(({ id: key }, place) => (
            <div key={key} className={styles.share}>
              <SelectField label={t('of', { number: place + 1 })} {...form.register(`shares.${place}.of`)}>
                <optgroup label={t('lines')}>
                  {lines.map((line) => (
                    <option key={line.id} value={ofLine(line.id)}>
                      {line.name}
                    </option>
                  ))}
                </optgroup>
                <optgroup label={t('people')}>
                  {people.map((person) => (
                    <option key={person.id} value={ofPerson(person.id)}>
                      {person.name}
                    </option>
                  ))}
                </optgroup>
              </SelectField>
              <TextField
                inputMode="decimal"
                label={t('share', { number: place + 1 })}
                autoComplete="off"
                error={errors.shares?.[place]?.percent?.message}
                {...form.register(`shares.${place}.percent`, percentage)}
              />
              <IconButton label={t('remove', { number: place + 1 })} onClick={() => shares.remove(place)}>
                <Trash2 size={18} aria-hidden />
              </IconButton>
            </div>
          ))}
          <Button onClick={() => shares.append({ of: firstFree(lines, people), percent: '' })}>
            <Plus size={18} aria-hidden />
            {t('add')}
          </Button>
        </CheckGroup>
        <Warned>{saving.error ? wrong(saving.error) : null}</Warned>
      </form>
    </Dialog>
  );
}

const firstFree = ([line]: Props['lines'], [person]: Props['people']) =>
  line ? ofLine(line.id) : person ? ofPerson(person.id) : '';
