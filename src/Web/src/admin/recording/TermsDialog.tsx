import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { RecordingTerms } from '../../api/schema';
import { Button } from '../../design/Button';
import { Dialog } from '../../design/Dialog';
import { Refused } from '../../design/Outcome';
import { UnsavedFoot, useUnsaved } from '../../design/useUnsaved';
import styles from './RecordingPage.module.css';
import { TermsFields, useTermsForm } from './TermsForm';
import { termsOf } from './terms';
import { useChooseRecording } from './useRecording';

type Props = {
  line: { id: string; name: string } | null;
  terms: RecordingTerms | null;
  onClose: () => void;
  onSaved: () => void;
};

export function TermsDialog({ line, terms, onClose, onSaved }: Props) {
  const t = useTranslations('admin.recording');
  const s = useTranslations('shell');
  const id = useId();
  const form = useTermsForm(terms, line !== null);
  const choosing = useChooseRecording();
  const unsaved = useUnsaved(form.formState.isDirty && !choosing.isSuccess, onClose);
  const save = form.handleSubmit((filled) =>
    choosing.mutate({ line: line?.id ?? null, terms: termsOf(filled) }, { onSuccess: onSaved }),
  );
  return (
    <Dialog
      title={line?.name ?? t('organization')}
      onClose={unsaved.close}
      actions={
        <UnsavedFoot unsaved={unsaved}>
          <Button onClick={unsaved.close}>{s('cancel')}</Button>
          <Button type="submit" form={id} look="primary" busy={choosing.isPending}>
            {s('save')}
          </Button>
        </UnsavedFoot>
      }
    >
      <form id={id} className={styles.form} onSubmit={save} noValidate>
        <TermsFields form={form} forLine={line !== null} />
        <Refused error={choosing.error} />
      </form>
    </Dialog>
  );
}
