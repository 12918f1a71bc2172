import { useTranslations } from 'use-intl';
import styles from './List.module.css';
import type { Result } from './useEach';

/** What came of trying one again. */
export function ResultWord({ of, result }: { of: 'rawInbox' | 'deadLetters'; result: Result | undefined }) {
  const t = useTranslations('operations');
  return (
    <p role="status" className={styles.result} data-result={result}>
      {result && t(`${of}.results.${result}`)}
    </p>
  );
}
