import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { HoldCard } from '../../api/schema';
import { Button } from '../../design/Button';
import { Dialog } from '../../design/Dialog';
import { TextArea } from '../../design/Field';
import { Refused } from '../../design/Outcome';
import { useReasonRules } from '../useReason';
import { useLiftHold } from './queries';

export function LiftDialog({ hold, onClose, onDone }: { hold: HoldCard; onClose: () => void; onDone: () => void }) {
  const t = useTranslations('compliance.holds');
  const c = useTranslations('compliance');
  const s = useTranslations('shell');
  const id = useId();
  const lifting = useLiftHold(hold.id);
  const reason = useReasonRules();
  const form = useForm({ defaultValues: { reason: '' } });
  return (
    <Dialog
      title={t('liftNamed', { name: hold.name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{s('cancel')}</Button>
          <Button type="submit" form={id} look="danger" busy={lifting.isPending}>
            {t('lift')}
          </Button>
        </>
      }
    >
      <p>{t('liftText')}</p>
      <form
        id={id}
        noValidate
        onSubmit={form.handleSubmit(({ reason }) => lifting.mutate(reason.trim(), { onSuccess: onDone }))}
      >
        <TextArea
          label={c('reason')}
          hint={c('reasonHint')}
          rows={3}
          data-autofocus
          error={form.formState.errors.reason?.message}
          {...form.register('reason', reason)}
        />
        <Refused error={lifting.error} />
      </form>
    </Dialog>
  );
}
