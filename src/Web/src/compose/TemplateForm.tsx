import { ArrowLeft, SendHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { ContactCard, TemplateBody, TemplateCard } from '../api/schema';
import { Button } from '../design/Button';
import { Dialog } from '../design/Dialog';
import { TextField } from '../design/Field';
import { TemplatePreview } from '../templates/TemplatePreview';
import { valuesByName } from '../templates/variables';
import { readable } from './sendable';
import styles from './TemplateForm.module.css';
import { type Fault, faultOf, LONGEST_VALUE, variableOf } from './values';

type Props = {
  template: TemplateCard;
  contact: ContactCard;
  asks: boolean;
  onSend: (template: TemplateBody) => void;
  onBack: () => void;
  onClose: () => void;
};

/** A template's values as fields, and beside them what the contact will see. */
export function TemplateForm({ template, contact, asks, onSend, onBack, onClose }: Props) {
  const t = useTranslations('compose.picker');
  const label = useLabels(template);
  const { variables = [] } = template;
  const { register, handleSubmit, watch, formState } = useForm<{ values: string[] }>({
    defaultValues: { values: variables.map(() => '') },
  });
  const { values } = watch();
  const [id] = useState(() => crypto.randomUUID());
  const fault = (kind: string | undefined) => kind && t(kind as Fault, { limit: LONGEST_VALUE });

  return (
    <Dialog
      title={readable(template.name)}
      onClose={onClose}
      wide
      actions={
        <>
          <Button className={styles.back} onClick={onBack}>
            <ArrowLeft size={17} aria-hidden />
            {t('back')}
          </Button>
          <Button look="primary" type="submit" form={id}>
            <SendHorizontal size={17} aria-hidden />
            {t(asks ? 'next' : 'send')}
          </Button>
        </>
      }
    >
      <div className={styles.columns} data-alone={variables.length === 0 || undefined}>
        <form
          id={id}
          noValidate
          onSubmit={handleSubmit(({ values }) =>
            onSend({
              name: template.name,
              language: template.language,
              parameters: values.map((value) => value.trim()),
            }),
          )}
        >
          {variables.map((variable, place) => (
            <TextField
              key={variable}
              label={label(variable)}
              autoComplete="off"
              data-autofocus={place === 0 || undefined}
              {...register(`values.${place}`, { validate: (value) => faultOf(value) ?? true })}
              error={fault(formState.errors.values?.[place]?.message)}
            />
          ))}
        </form>
        <TemplatePreview
          caption={t('preview', { name: contact.name })}
          header={template.header}
          headerMedia={template.header_media}
          body={template.body}
          footer={template.footer}
          buttons={template.button_details?.length ? template.button_details : template.buttons}
          values={valuesByName(variables, values)}
        />
      </div>
    </Dialog>
  );
}

function useLabels(template: TemplateCard): (key: string) => string {
  const t = useTranslations('compose.picker.variable');
  return (key) => {
    const variable = variableOf(key);
    switch (variable.part) {
      case 'header':
        return t('header', { number: variable.name });
      case 'button': {
        const button = template.button_details?.[variable.place];
        const title = button?.title ?? template.buttons?.[variable.place] ?? '';
        return t(button?.kind === 'url' ? 'button' : 'code', { title });
      }
      case 'body':
        return variable.isNumbered
          ? t('body', { number: variable.name })
          : t('named', { name: readable(variable.name) });
    }
  };
}
