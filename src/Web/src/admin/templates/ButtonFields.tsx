import { Plus, Trash2 } from 'lucide-react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { Button, IconButton } from '../../design/Button';
import { TextField } from '../../design/Field';
import styles from './TemplatesPage.module.css';
import { MOST_BUTTONS, type TemplateFields } from './templateForm';

const LONGEST_TITLE = 25;

/** Quick replies, which the contact taps to answer. */
export function ButtonFields() {
  const t = useTranslations('admin.templates');
  const { control, register, formState } = useFormContext<TemplateFields>();
  const { fields, append, remove } = useFieldArray({ control, name: 'buttons' });
  return (
    <fieldset className={styles.group}>
      <legend>{t('buttons')}</legend>
      <p>{t('buttonsHint')}</p>
      {fields.map(({ id }, place) => (
        <div key={id} className={styles.button}>
          <TextField
            label={t('button', { number: place + 1 })}
            error={formState.errors.buttons?.[place]?.title?.message}
            {...register(`buttons.${place}.title`, {
              validate: (title) => title.trim() !== '' || t('buttonMissing'),
              maxLength: { value: LONGEST_TITLE, message: t('tooLong', { longest: LONGEST_TITLE }) },
            })}
          />
          <IconButton label={t('removeButton', { number: place + 1 })} onClick={() => remove(place)}>
            <Trash2 size={18} aria-hidden />
          </IconButton>
        </div>
      ))}
      {fields.length < MOST_BUTTONS && (
        <Button onClick={() => append({ title: '' })}>
          <Plus size={18} aria-hidden />
          {t('addButton')}
        </Button>
      )}
    </fieldset>
  );
}
