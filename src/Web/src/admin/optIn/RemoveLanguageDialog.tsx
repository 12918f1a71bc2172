import { useTranslations } from 'use-intl';
import { Button } from '../../design/Button';
import { Dialog } from '../../design/Dialog';
import { Refused } from '../../design/Outcome';
import { useLanguageName } from '../../templates/language';
import { useRemoveOptIn } from './useOptIn';

export function RemoveLanguageDialog({ language, onClose }: { language: string; onClose: () => void }) {
  const t = useTranslations('admin.optIn');
  const shell = useTranslations('shell');
  const name = useLanguageName()(language);
  const removing = useRemoveOptIn();
  return (
    <Dialog
      title={t('removeTitle', { language: name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{shell('cancel')}</Button>
          <Button
            look="danger"
            busy={removing.isPending}
            onClick={() => removing.mutate(language, { onSuccess: onClose })}
          >
            {t('remove')}
          </Button>
        </>
      }
    >
      <p>{t('removeText', { language: name })}</p>
      <Refused error={removing.error} />
    </Dialog>
  );
}
