import { useTranslations } from 'use-intl';
import styles from './Counter.module.css';
import { smsParts } from './smsParts';
import type { WritingChannel } from './standing';

/** From here on it matters how much room is left. */
const NEAR = 0.9;

/** How long the text is, once that matters: near the limit, and by SMS always, because each part is paid for. */
export function Counter({ text, channel, limit }: { text: string; channel: WritingChannel; limit: number }) {
  const t = useTranslations('compose');
  const { length } = text;
  if (length > limit) {
    return (
      <span className={styles.counter} data-over role="status">
        {t('tooLong', { over: length - limit })}
      </span>
    );
  }
  if (channel === 'sms') {
    return length > 0 ? (
      <span className={styles.counter}>{t('smsCounter', { parts: smsParts(text), length, limit })}</span>
    ) : null;
  }
  return length > limit * NEAR ? <span className={styles.counter}>{t('counter', { length, limit })}</span> : null;
}
