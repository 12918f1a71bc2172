import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { OptInWords } from '../../api/schema';
import { Button } from '../../design/Button';
import { Card } from '../../design/Card';
import { TextArea, TextField } from '../../design/Field';
import { Refused, Said } from '../../design/Outcome';
import { UnsavedDialog, useUnsaved } from '../../design/useUnsaved';
import { TemplatePreview } from '../../templates/TemplatePreview';
import { variablesOf } from '../../templates/variables';
import styles from './OptInPage.module.css';
import { useSubmitOptIn } from './useOptIn';

type Fields = { body: string; footer: string; accept: string; decline: string };

const LONGEST = { body: 1024, footer: 60, button: 25 };

const fieldsOf = ({ body, footer, accept, decline }: OptInWords): Fields => ({
  body,
  footer: footer ?? '',
  accept,
  decline,
});

type Props = {
  words: OptInWords;
  organization: string;
  /** Given where the language has not been submitted yet. */
  onDiscard?: () => void;
};

/** The words in one language, as the contact will see them. */
export function OptInForm({ words, organization, onDiscard }: Props) {
  const t = useTranslations('admin.optIn');
  const optional = useTranslations('shell')('optional');
  const submitting = useSubmitOptIn();
  const form = useForm<Fields>({ values: fieldsOf(words), resetOptions: { keepDirtyValues: true } });
  const { errors, isDirty } = form.formState;
  const unsaved = useUnsaved(isDirty);
  const fields = form.watch();
  const title = {
    validate: (text: string) => text.trim() !== '' || t('missing'),
    maxLength: { value: LONGEST.button, message: t('tooLong', { longest: LONGEST.button }) },
  };

  const submit = form.handleSubmit((filled) =>
    submitting.mutate(
      { ...filled, language: words.language, footer: filled.footer.trim() || null },
      { onSuccess: () => form.reset(filled) },
    ),
  );

  return (
    <Card title={t('words')} text={t('whatSavingDoes')}>
      <div className={styles.columns}>
        <form onSubmit={submit} noValidate>
          <TextArea
            label={t('body')}
            rows={6}
            hint={t('bodyHint', { one: '{{1}}', two: '{{2}}', length: fields.body.length, longest: LONGEST.body })}
            error={errors.body?.message}
            {...form.register('body', {
              validate: (text) =>
                text.trim() === ''
                  ? t('missing')
                  : variablesOf(text).every((name, at) => name === String(at + 1) && at < 2) ||
                    t('variables', { one: '{{1}}', two: '{{2}}' }),
              maxLength: { value: LONGEST.body, message: t('tooLong', { longest: LONGEST.body }) },
            })}
          />
          <TextField
            label={t('footer')}
            optional={optional}
            error={errors.footer?.message}
            {...form.register('footer', {
              maxLength: { value: LONGEST.footer, message: t('tooLong', { longest: LONGEST.footer }) },
            })}
          />
          <div className={styles.buttons}>
            <TextField label={t('accept')} error={errors.accept?.message} {...form.register('accept', title)} />
            <TextField label={t('decline')} error={errors.decline?.message} {...form.register('decline', title)} />
          </div>
          <Refused error={submitting.error} />
          <div className={styles.foot}>
            <Button type="submit" look="primary" busy={submitting.isPending} disabled={!isDirty && !onDiscard}>
              {submitting.isPending ? t('submitting') : t('submit')}
            </Button>
            {onDiscard && (
              <Button disabled={submitting.isPending} onClick={onDiscard}>
                {t('discard')}
              </Button>
            )}
            <Said>{submitting.isSuccess && !isDirty && t('submitted')}</Said>
          </div>
        </form>
        <TemplatePreview
          body={fields.body}
          footer={fields.footer}
          buttons={[fields.accept, fields.decline]}
          values={{ 1: t('exampleContact'), 2: organization }}
        />
      </div>
      <UnsavedDialog unsaved={unsaved} />
    </Card>
  );
}
