import { useId } from 'react';
import { Controller, FormProvider, useForm, useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { PersonView } from '../../api/schema';
import { Button } from '../../design/Button';
import { Dialog } from '../../design/Dialog';
import { SelectField, TextArea, TextField } from '../../design/Field';
import { Warned } from '../../design/Outcome';
import { UnsavedFoot, useUnsaved } from '../../design/useUnsaved';
import { ActionChoice } from './ActionChoice';
import { Choices } from './Choices';
import { DryRun } from './DryRun';
import { LooksFor } from './LooksFor';
import styles from './PolicyPage.module.css';
import { type Policy, type Rule, type WordList, withoutRule, withRule } from './policy';
import { fieldsOf, type RuleFields, ruleOf } from './ruleForm';
import { useSavePolicy } from './usePolicy';
import { useWrongWords } from './useWrongWords';

const LONGEST_NAME = 80;
const CHANNELS = ['whatsapp', 'sms'] as const;
const TOLD = ['administrator', 'compliance'] as const;

type Props = {
  /** None yet where one is added. */
  rule?: Rule;
  policy: Policy;
  inheritedLists: readonly WordList[];
  people: readonly PersonView[];
  onClose: () => void;
  onDone: (words: string) => void;
};

export function RuleDialog({ rule, policy, inheritedLists, people, onClose, onDone }: Props) {
  const t = useTranslations('admin.policy');
  const s = useTranslations('shell');
  const saving = useSavePolicy();
  const removing = useSavePolicy();
  const wrong = useWrongWords();
  const form = useForm<RuleFields>({ defaultValues: fieldsOf(rule) });
  const { errors, isDirty } = form.formState;
  const unsaved = useUnsaved(isDirty && !saving.isSuccess && !removing.isSuccess, onClose);
  const id = useId();
  const error = saving.error ?? removing.error;
  const option = ({ id: value, name: label }: PersonView) => ({ value, label });
  const named = people.map(option);
  // Whoever was chosen stays to be seen, and can be taken out.
  const told = people
    .filter((person) => TOLD.some((role) => person.roles.includes(role)) || rule?.notify.includes(person.id))
    .map(option);

  const typedIn = (fields: RuleFields) =>
    ruleOf(
      fields,
      rule,
      policy.rules.map((known) => known.id),
    );
  const save = form.handleSubmit((fields) => {
    const typed = typedIn(fields);
    saving.mutate(withRule(policy, typed), { onSuccess: () => onDone(t('rule.saved', { name: typed.name })) });
  });

  return (
    <Dialog
      wide
      title={rule ? t('rule.change') : t('rule.new')}
      onClose={unsaved.close}
      actions={
        <UnsavedFoot unsaved={unsaved}>
          {rule && (
            <Button
              look="danger"
              busy={removing.isPending}
              onClick={() =>
                removing.mutate(withoutRule(policy, rule.id), {
                  onSuccess: () => onDone(t('rule.removed', { name: rule.name })),
                })
              }
            >
              {t('rule.remove')}
            </Button>
          )}
          <Button onClick={unsaved.close}>{s('cancel')}</Button>
          <Button type="submit" form={id} look="primary" busy={saving.isPending}>
            {saving.isPending ? t('saving') : s('save')}
          </Button>
        </UnsavedFoot>
      }
    >
      <FormProvider {...form}>
        <form id={id} onSubmit={save} noValidate>
          <TextField
            label={t('rule.name')}
            hint={t('rule.nameHint')}
            autoComplete="off"
            error={errors.name?.message}
            {...form.register('name', {
              validate: (name) => name.trim() !== '' || t('rule.nameMissing'),
              maxLength: { value: LONGEST_NAME, message: t('tooLong', { longest: LONGEST_NAME }) },
            })}
          />
          <ActionChoice />
          <LooksFor lists={[...policy.word_lists, ...inheritedLists]} />
          <div className={styles.pair}>
            <div>
              <SelectField label={t('rule.direction')} {...form.register('direction')}>
                {(['both', 'out', 'in'] as const).map((direction) => (
                  <option key={direction} value={direction}>
                    {t(`directions.${direction}`)}
                  </option>
                ))}
              </SelectField>
            </div>
            <div>
              <TextField
                type="number"
                min={1}
                label={t('rule.threshold')}
                hint={t('rule.thresholdHint')}
                error={errors.threshold?.message}
                {...form.register('threshold', {
                  valueAsNumber: true,
                  validate: (value) => (Number.isInteger(value) && value >= 1) || t('rule.thresholdWrong'),
                })}
              />
            </div>
          </div>
          <Choice
            name="channels"
            label={t('rule.channels')}
            options={CHANNELS.map((value) => ({ value, label: t(`channels.${value}`) }))}
          />
          <Choice name="people" label={t('rule.people')} options={named} />
          <Choice name="notify" label={t('rule.notify')} options={told} />
          <div className={styles.pair}>
            <div>
              <TextArea
                rows={4}
                label={t('rule.matches')}
                hint={t('rule.examplesHint')}
                error={errors.mustMatch?.message}
                {...form.register('mustMatch', { validate: (text) => text.trim() !== '' || t('rule.exampleMissing') })}
              />
            </div>
            <div>
              <TextArea
                rows={4}
                label={t('rule.misses')}
                hint={t('rule.examplesHint')}
                error={errors.mustNotMatch?.message}
                {...form.register('mustNotMatch', {
                  validate: (text) => text.trim() !== '' || t('rule.exampleMissing'),
                })}
              />
            </div>
          </div>
          <DryRun policy={() => withRule(policy, typedIn(form.getValues()))} />
          <Warned>{error ? wrong(error) : null}</Warned>
        </form>
      </FormProvider>
    </Dialog>
  );
}

function Choice({
  name,
  label,
  options,
}: {
  name: 'channels' | 'people' | 'notify';
  label: string;
  options: { value: string; label: string }[];
}) {
  const { control } = useFormContext<RuleFields>();
  return (
    <Controller
      control={control}
      name={name}
      render={({ field }) => <Choices label={label} options={options} chosen={field.value} onChange={field.onChange} />}
    />
  );
}
