import { Plus, Trash2 } from 'lucide-react';
import { Controller, useFieldArray, useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { Button, IconButton } from '../../design/Button';
import { Check, CheckGroup } from '../../design/Check';
import { TextField } from '../../design/Field';
import { Choices } from './Choices';
import styles from './PolicyPage.module.css';
import { DETECTORS, type WordList } from './policy';
import type { RuleFields } from './ruleForm';

/** What a rule looks for: any of what is chosen here. */
export function LooksFor({ lists }: { lists: readonly WordList[] }) {
  const t = useTranslations('admin.policy');
  const { control, register, watch } = useFormContext<RuleFields>();
  return (
    <>
      {(Object.keys(DETECTORS) as (keyof typeof DETECTORS)[]).map((group) => (
        <Controller
          key={group}
          control={control}
          name="detectors"
          render={({ field }) => (
            <Choices
              label={t(`groups.${group}`)}
              options={DETECTORS[group].map((value) => ({ value, label: t(`detectors.${value}`) }))}
              chosen={field.value}
              onChange={field.onChange}
            />
          )}
        />
      ))}
      {lists.length > 0 && (
        <Controller
          control={control}
          name="lists"
          render={({ field }) => (
            <Choices
              label={t('lists.title')}
              options={lists.map(({ id: value, name: label }) => ({ value, label }))}
              chosen={field.value}
              onChange={field.onChange}
            />
          )}
        />
      )}
      <Expressions />
      <CheckGroup label={t('rule.files')}>
        <Check label={t('rule.attachments')} {...register('attachments')} />
        {watch('attachments') && (
          <div className={styles.pair}>
            <div>
              <TextField label={t('rule.types')} hint={t('rule.typesHint')} autoComplete="off" {...register('types')} />
            </div>
            <div>
              <TextField
                inputMode="decimal"
                label={t('rule.megabytes')}
                hint={t('rule.megabytesHint')}
                {...register('megabytes')}
              />
            </div>
          </div>
        )}
      </CheckGroup>
    </>
  );
}

function Expressions() {
  const t = useTranslations('admin.policy.expressions');
  const { control, register, formState } = useFormContext<RuleFields>();
  const { fields, append, remove } = useFieldArray({ control, name: 'expressions' });
  return (
    <CheckGroup label={t('title')}>
      {fields.map(({ id }, place) => (
        <div key={id} className={styles.expression}>
          <TextField
            label={t('name', { number: place + 1 })}
            error={formState.errors.expressions?.[place]?.name?.message}
            {...register(`expressions.${place}.name`, { validate: (name) => name.trim() !== '' || t('nameMissing') })}
          />
          <TextField
            label={t('pattern', { number: place + 1 })}
            spellCheck={false}
            error={formState.errors.expressions?.[place]?.pattern?.message}
            {...register(`expressions.${place}.pattern`, { validate: (text) => text !== '' || t('patternMissing') })}
          />
          <IconButton label={t('remove', { number: place + 1 })} onClick={() => remove(place)}>
            <Trash2 size={18} aria-hidden />
          </IconButton>
        </div>
      ))}
      <Button onClick={() => append({ name: '', pattern: '' })}>
        <Plus size={18} aria-hidden />
        {t('add')}
      </Button>
    </CheckGroup>
  );
}
