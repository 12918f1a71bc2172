import { useFormatter, useTranslations } from 'use-intl';
import type { RawInboxItem } from '../../api/schema';
import { Button } from '../../design/Button';
import styles from '../List.module.css';
import { ResultWord } from '../ResultWord';
import type { Result } from '../useEach';
import { useRawWords } from './useRawWords';

type Props = {
  item: RawInboxItem;
  result: Result | undefined;
  isLocked: boolean;
  onOpen: () => void;
  onReplay: () => void;
};

export function RawItemRow({ item, result, isLocked, onOpen, onReplay }: Props) {
  const t = useTranslations('operations.rawInbox');
  const format = useFormatter();
  const words = useRawWords();
  const reason = words.reason(item);
  const time = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <li className={styles.row}>
      <div>
        <h2>{reason}</h2>
        <p>{words.about(item)}</p>
        {item.replayed_at ? (
          <p className={styles.taken}>{t('takenIn', { time: time(item.replayed_at) })}</p>
        ) : (
          <ResultWord of="rawInbox" result={result} />
        )}
      </div>
      <div className={styles.actions}>
        <Button onClick={onOpen} aria-label={t('openItem', { reason, id: item.id })}>
          {t('openShort')}
        </Button>
        <Button
          onClick={onReplay}
          busy={result === 'busy'}
          disabled={isLocked || Boolean(item.replayed_at)}
          aria-label={t('replayItem', { reason, id: item.id })}
        >
          {t('replay')}
        </Button>
      </div>
    </li>
  );
}
