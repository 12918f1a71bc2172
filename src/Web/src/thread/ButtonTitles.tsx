import { useTranslations } from 'use-intl';
import styles from './ButtonTitles.module.css';

/** The buttons that the contact sees below a text. */
export function ButtonTitles({ titles }: { titles: readonly string[] }) {
  const t = useTranslations('thread');
  if (titles.length === 0) return null;
  return (
    <ul className={styles.buttons} aria-label={t('buttons')}>
      {titles.map((title) => (
        <li key={title}>{title}</li>
      ))}
    </ul>
  );
}
