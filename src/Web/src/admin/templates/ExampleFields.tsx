import { useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { TextField } from '../../design/Field';
import styles from './TemplatesPage.module.css';
import { exampleKey, type TemplateFields, variables } from './templateForm';

/** A value for each variable that the text has just now. */
export function ExampleFields() {
  const t = useTranslations('admin.templates');
  const { register, watch, formState } = useFormContext<TemplateFields>();
  const names = variables({ header: watch('header'), body: watch('body') });
  if (names.length === 0) return null;
  return (
    <fieldset className={styles.group}>
      <legend>{t('examples')}</legend>
      <p>{t('examplesHint')}</p>
      {names.map((name) => (
        <TextField
          key={name}
          label={
            name.startsWith('header.')
              ? t('exampleInHeader', { variable: `{{${name.slice('header.'.length)}}}` })
              : t('exampleFor', { variable: `{{${name}}}` })
          }
          error={formState.errors.examples?.[exampleKey(name)]?.message}
          {...register(`examples.${exampleKey(name)}`, {
            shouldUnregister: true,
            validate: (value) => value.trim() !== '' || t('exampleMissing'),
          })}
        />
      ))}
    </fieldset>
  );
}
