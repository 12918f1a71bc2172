import { useTranslations } from 'use-intl';
import { Button } from '../design/Button';
import styles from './ProgressBar.module.css';
import type { Progress } from './useEach';

/** How far doing the same to many has come, and in the end what came of it. */
export function ProgressBar({
  progress,
  isRunning,
  onStop,
}: {
  progress: Progress;
  isRunning: boolean;
  onStop: () => void;
}) {
  const t = useTranslations('operations.each');
  const { all, done, still, lost } = progress;
  const tried = done + still + lost;
  return (
    <div className={styles.place}>
      <progress max={all} value={tried} aria-label={t('progress')} />
      <p role="status">{t(isRunning ? 'running' : 'ended', { tried, all, done, still, lost })}</p>
      {isRunning && <Button onClick={onStop}>{t('stop')}</Button>}
    </div>
  );
}
