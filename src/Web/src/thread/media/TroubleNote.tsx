import { FileX, RotateCw } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Trouble } from './file';
import styles from './Media.module.css';
import { Save } from './Save';

type Props = { trouble: Trouble; address: string; onRetry: () => void };

/** Why a file isn't shown, and what can be done. */
export function TroubleNote({ trouble, address, onRetry }: Props) {
  const t = useTranslations('thread.file');
  return (
    <div className={styles.trouble} role="status">
      <FileX size={20} aria-hidden />
      <p>{t(`trouble.${trouble}`)}</p>
      {trouble === 'passing' && (
        <button type="button" className={styles.action} onClick={onRetry}>
          <RotateCw size={16} aria-hidden />
          {t('retry')}
        </button>
      )}
      {trouble === 'unshowable' && <Save address={address} />}
    </div>
  );
}
