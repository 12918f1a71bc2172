import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useRefusalWords } from '../../words/refusals';
import styles from './PolicyPage.module.css';
import { Wrong } from './usePolicy';

/** Why a policy was not saved: each problem in the product's own words, which say where it is. */
export function useWrongWords(): (error: unknown) => ReactNode {
  const t = useTranslations('admin.policy');
  const words = useRefusalWords();
  return (error) =>
    error instanceof Wrong ? (
      <>
        {t('wrong')}
        <ul className={styles.problems}>
          {error.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      </>
    ) : (
      words(error)
    );
}
