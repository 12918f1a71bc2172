import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { Button } from '../../design/Button';
import { Check, CheckGroup } from '../../design/Check';
import { Dialog } from '../../design/Dialog';
import { TextArea, TextField } from '../../design/Field';
import { Warned } from '../../design/Outcome';
import { UnsavedFoot, useUnsaved } from '../../design/useUnsaved';
import { fieldsOf, listOf, wordsOf } from './listForm';
import { type Policy, type WordList, withList, withoutList } from './policy';
import { useSavePolicy } from './usePolicy';
import { useWrongWords } from './useWrongWords';

const LONGEST_NAME = 80;

type Props = { list?: WordList; policy: Policy; onClose: () => void; onDone: (words: string) => void };

export function WordListDialog({ list, policy, onClose, onDone }: Props) {
  const t = useTranslations('admin.policy');
  const s = useTranslations('shell');
  const saving = useSavePolicy();
  const removing = useSavePolicy();
  const wrong = useWrongWords();
  const form = useForm({ defaultValues: fieldsOf(list) });
  const { errors, isDirty } = form.formState;
  const unsaved = useUnsaved(isDirty && !saving.isSuccess && !removing.isSuccess, onClose);
  const id = useId();
  const error = saving.error ?? removing.error;

  const save = form.handleSubmit((fields) => {
    const typed = listOf(
      fields,
      list,
      policy.word_lists.map((known) => known.id),
    );
    saving.mutate(withList(policy, typed), { onSuccess: () => onDone(t('lists.saved', { name: typed.name })) });
  });

  return (
    <Dialog
      title={list ? t('lists.change') : t('lists.new')}
      onClose={unsaved.close}
      actions={
        <UnsavedFoot unsaved={unsaved}>
          {list && (
            <Button
              look="danger"
              busy={removing.isPending}
              onClick={() =>
                removing.mutate(withoutList(policy, list.id), {
                  onSuccess: () => onDone(t('lists.removed', { name: list.name })),
                })
              }
            >
              {t('lists.remove')}
            </Button>
          )}
          <Button onClick={unsaved.close}>{s('cancel')}</Button>
          <Button type="submit" form={id} look="primary" busy={saving.isPending}>
            {saving.isPending ? t('saving') : s('save')}
          </Button>
        </UnsavedFoot>
      }
    >
      <form id={id} onSubmit={save} noValidate>
        <TextField
          label={t('lists.name')}
          autoComplete="off"
          error={errors.name?.message}
          {...form.register('name', {
            validate: (name) => name.trim() !== '' || t('rule.nameMissing'),
            maxLength: { value: LONGEST_NAME, message: t('tooLong', { longest: LONGEST_NAME }) },
          })}
        />
        <TextArea
          rows={8}
          spellCheck={false}
          label={t('lists.entries')}
          hint={t('lists.entriesHint')}
          error={errors.words?.message}
          {...form.register('words', { validate: (typed) => wordsOf(typed).length > 0 || t('lists.entriesMissing') })}
        />
        <CheckGroup label={t('lists.how')}>
          <Check label={t('lists.whole')} hint={t('lists.wholeHint')} {...form.register('whole_words')} />
          <Check label={t('lists.case')} {...form.register('match_case')} />
          <Check
            label={t('lists.disguise')}
            hint={t('lists.disguiseHint')}
            {...form.register('see_through_disguise')}
          />
        </CheckGroup>
        <Warned>{error ? wrong(error) : null}</Warned>
      </form>
    </Dialog>
  );
}
