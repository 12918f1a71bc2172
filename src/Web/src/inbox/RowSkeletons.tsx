import { useTranslations } from 'use-intl';
import styles from './RowSkeletons.module.css';

const ROWS = Array.from({ length: 8 }, (_, row) => `row-${row}`);

/** Rows as high as those that come. */
export function RowSkeletons() {
  const t = useTranslations('shell');
  return (
    <div role="status" aria-label={t('loading')}>
      {ROWS.map((row) => (
        <div key={row} className={styles.row}>
          <span className={styles.avatar} />
          <span className={styles.lines}>
            <span />
            <span />
          </span>
        </div>
      ))}
    </div>
  );
}
