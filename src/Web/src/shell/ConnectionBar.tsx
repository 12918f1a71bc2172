import { CloudOff, RefreshCw } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useConnection } from '../live/connection';
import styles from './ConnectionBar.module.css';

/** Says when what is shown may be old, and nothing otherwise. It lies over the page, so that nothing moves. */
export function ConnectionBar() {
  const t = useTranslations('shell');
  const connection = useConnection();
  return (
    <div role="status" className={styles.place}>
      {connection !== 'live' && (
        <p className={styles.bar}>
          {connection === 'offline' ? <CloudOff size={16} aria-hidden /> : <RefreshCw size={16} aria-hidden />}
          {connection === 'offline' ? t('offline') : t('reconnecting')}
        </p>
      )}
    </div>
  );
}
