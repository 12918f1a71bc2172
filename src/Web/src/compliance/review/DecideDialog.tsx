import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { Button } from '../../design/Button';
import { Dialog } from '../../design/Dialog';
import { TextArea } from '../../design/Field';
import { Refused } from '../../design/Outcome';
import { useReasonRules } from '../useReason';
import { type Outcome, useDecide } from './queries';

type Props = { places: readonly number[]; outcome: Outcome; onClose: () => void; onDone: () => void };

/** Why messages are escalated, or break the rules. Where there is no issue a note may be left out. */
export function DecideDialog({ places, outcome, onClose, onDone }: Props) {
  const t = useTranslations('compliance.review');
  const c = useTranslations('compliance');
  const s = useTranslations('shell');
  const id = useId();
  const deciding = useDecide();
  const { validate, maxLength } = useReasonRules();
  const form = useForm({ defaultValues: { note: '' } });
  const isOptional = outcome === 'no_issue';
  return (
    <Dialog
      title={t(`asks.${outcome}`, { count: places.length })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{s('cancel')}</Button>
          <Button
            type="submit"
            form={id}
            look={outcome === 'violation' ? 'danger' : 'primary'}
            busy={deciding.isPending}
          >
            {t(`decide.${outcome}`)}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        onSubmit={form.handleSubmit(({ note }) =>
          deciding.mutate({ places: [...places], outcome, note: note.trim() || null }, { onSuccess: onDone }),
        )}
      >
        <TextArea
          label={t('note')}
          hint={c('reasonHint')}
          optional={isOptional ? s('optional') : undefined}
          rows={3}
          data-autofocus
          error={form.formState.errors.note?.message}
          {...form.register('note', { maxLength, ...(!isOptional && { validate }) })}
        />
        <Refused error={deciding.error} />
      </form>
    </Dialog>
  );
}
