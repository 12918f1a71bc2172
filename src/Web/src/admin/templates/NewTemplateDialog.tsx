import { useId } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { TemplateCard } from '../../api/schema';
import { Button } from '../../design/Button';
import { Dialog } from '../../design/Dialog';
import { Refused } from '../../design/Outcome';
import { UnsavedFoot, useUnsaved } from '../../design/useUnsaved';
import { TemplatePreview } from '../../templates/TemplatePreview';
import { ButtonFields } from './ButtonFields';
import { ExampleFields } from './ExampleFields';
import styles from './TemplatesPage.module.css';
import { TextFields } from './TextFields';
import { EMPTY, exampleValues, newTemplate, type TemplateFields } from './templateForm';
import { useSubmitTemplate } from './useCatalogue';

type Props = { onClose: () => void; onSubmitted: (template: TemplateCard) => void };

export function NewTemplateDialog({ onClose, onSubmitted }: Props) {
  const t = useTranslations('admin.templates');
  const s = useTranslations('shell');
  const form = useForm<TemplateFields>({ defaultValues: EMPTY });
  const submitting = useSubmitTemplate();
  const unsaved = useUnsaved(form.formState.isDirty && !submitting.isSuccess, onClose);
  const id = useId();
  const fields = form.watch();

  const submit = form.handleSubmit((filled) => submitting.mutate(newTemplate(filled), { onSuccess: onSubmitted }));

  return (
    <Dialog
      wide
      title={t('new')}
      onClose={unsaved.close}
      actions={
        <UnsavedFoot unsaved={unsaved}>
          <Button onClick={unsaved.close}>{s('cancel')}</Button>
          <Button type="submit" form={id} look="primary" busy={submitting.isPending}>
            {submitting.isPending ? t('submitting') : t('submit')}
          </Button>
        </UnsavedFoot>
      }
    >
      <p className={styles.note}>{t('review')}</p>
      <div className={styles.columns}>
        <FormProvider {...form}>
          <form id={id} onSubmit={submit} noValidate>
            <TextFields />
            <ExampleFields />
            <ButtonFields />
            <Refused error={submitting.error} />
          </form>
        </FormProvider>
        <div className={styles.sticky}>
          <TemplatePreview
            header={fields.header}
            body={fields.body}
            footer={fields.footer}
            buttons={fields.buttons.map(({ title }) => title)}
            values={exampleValues(fields)}
          />
        </div>
      </div>
    </Dialog>
  );
}
