import { useTranslations } from 'use-intl';
import { Button } from '../design/Button';
import { Empty } from '../design/States';

/** A fault of a page: the frame stays. */
export function Broken({ reset }: { reset: () => void }) {
  const t = useTranslations('shell');
  return (
    <Empty isPage title={t('failed.title')} text={t('failed.broken')}>
      <Button onClick={reset}>{t('tryAgain')}</Button>
    </Empty>
  );
}
