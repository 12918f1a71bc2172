import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { mayPass } from '../api/client';
import { useRefusalWords } from '../words/refusals';
import { Button } from './Button';
import styles from './States.module.css';

type Props = {
  icon?: ReactNode;
  title: string;
  text?: ReactNode;
  children?: ReactNode /** Where nothing else names the page. */;
  isPage?: boolean;
};

/** What stands where there is nothing to show yet. */
export function Empty({ icon, title, text, children, isPage }: Props) {
  const Heading = isPage ? 'h1' : 'h2';
  return (
    <div className={styles.state}>
      {icon && (
        <span className={styles.icon} aria-hidden>
          {icon}
        </span>
      )}
      <Heading>{title}</Heading>
      {text && <p>{text}</p>}
      {children}
    </div>
  );
}

/** What stands where something could not be loaded: why, and how to go on. */
export function Failed({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useTranslations('shell');
  const words = useRefusalWords();
  return (
    <div className={styles.state} role="alert">
      <h2>{t('failed.title')}</h2>
      <p>{mayPass(error) ? t('failed.unreachable') : words(error)}</p>
      {onRetry && <Button onClick={onRetry}>{t('tryAgain')}</Button>}
    </div>
  );
}

/** Grey bars in the form of what is being loaded, so that nothing moves when it comes. */
export function Skeleton({ lines = 3, height = 16 }: { lines?: number; height?: number }) {
  const t = useTranslations('shell');
  return (
    <div className={styles.skeleton} role="status" aria-label={t('loading')}>
      {Array.from({ length: lines }, (_, line) => `bar-${line}`).map((bar) => (
        <span key={bar} className={styles.bar} style={{ height }} />
      ))}
    </div>
  );
}
