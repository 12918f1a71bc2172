import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { Logo } from './Logo';
import { me } from './me';
import styles from './SignedOut.module.css';

export function SignedOut() {
  const t = useTranslations('shell');
  const queries = useQueryClient();
  useEffect(() => {
    // Whoever is signed out sees nothing more of what was fetched.
    queries.removeQueries({ predicate: (query) => query.queryKey[0] !== me.queryKey[0] });
  }, [queries]);
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <p className={styles.brand}>
          <Logo />
          {t('product')}
        </p>
        <h1>{t('signedOut.title')}</h1>
        <p>{t('signedOut.text')}</p>
        <p className={styles.next}>{t('signedOut.next')}</p>
      </div>
    </main>
  );
}
