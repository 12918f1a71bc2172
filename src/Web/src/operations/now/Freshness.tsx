import { Pause, Play } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { Button } from '../../design/Button';
import styles from './Freshness.module.css';
import { useIsFresh } from './useSnapshot';

type Props = {
  at: string;
  updatedAt: number;
  isFailing: boolean;
  isPaused: boolean;
  onPause: (paused: boolean) => void;
};

/** Says of when the figures are, and lets them stand still. */
export function Freshness({ at, updatedAt, isFailing, isPaused, onPause }: Props) {
  const t = useTranslations('operations.freshness');
  const format = useFormatter();
  const isFresh = useIsFresh(updatedAt);
  const time = format.dateTime(new Date(at), { timeStyle: 'medium' });
  const isLive = isFresh && !isFailing && !isPaused;
  return (
    <div className={styles.freshness}>
      <p className={styles.state} data-live={isLive || undefined}>
        <span className={styles.light} aria-hidden />
        {isLive ? t('live', { time }) : isPaused ? t('paused', { time }) : t('lost', { time })}
      </p>
      <Button onClick={() => onPause(!isPaused)}>
        {isPaused ? <Play size={16} aria-hidden /> : <Pause size={16} aria-hidden />}
        {isPaused ? t('goOn') : t('pause')}
      </Button>
    </div>
  );
}
