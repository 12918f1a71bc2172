import { useFormatter, useTranslations } from 'use-intl';
import { daysAgo } from '../words/times';
import styles from './DayLine.module.css';

/** Between the messages of one day and those of the next. */
export function DayLine({ day }: { day: number }) {
  const t = useTranslations('thread');
  const format = useFormatter();
  const date = new Date(day);
  const ago = daysAgo(date);
  const words =
    ago === 0
      ? t('today')
      : ago === 1
        ? t('yesterday')
        : format.dateTime(date, {
            weekday: 'long',
            day: 'numeric',
            month: 'long',
            year: date.getFullYear() === new Date().getFullYear() ? undefined : 'numeric',
          });
  return (
    <div className={styles.day}>
      <h2>{words}</h2>
    </div>
  );
}
