import { Download } from 'lucide-react';
import { useTranslations } from 'use-intl';
import styles from './Media.module.css';

/** Saves a file that is known to be there; the product names it. */
export function Save({ address }: { address: string }) {
  const t = useTranslations('thread.file');
  return (
    <a className={styles.action} href={address} download>
      <Download size={16} aria-hidden />
      {t('save')}
    </a>
  );
}
