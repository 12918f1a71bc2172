import { useQuery } from '@tanstack/react-query';
import { Eye } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Refusal } from '../../api/client';
import type { RawInboxItem } from '../../api/schema';
import { Banner } from '../../design/Banner';
import { Button } from '../../design/Button';
import { Dialog } from '../../design/Dialog';
import { Failed, Skeleton } from '../../design/States';
import { useMe } from '../../shell/me';
import styles from '../List.module.css';
import { ResultWord } from '../ResultWord';
import type { Result } from '../useEach';
import { rawItem } from './queries';
import { useRawWords } from './useRawWords';

type Props = { item: RawInboxItem; result: Result | undefined; onReplay: () => void; onClose: () => void };

/** One item with what came: as text and never as markup, and with a word on what that is. */
export function RawItemDialog({ item, result, onReplay, onClose }: Props) {
  const t = useTranslations('operations.rawInbox');
  const words = useRawWords();
  const { name } = useMe();
  const { data, error, refetch } = useQuery(rawItem(item.id));
  return (
    <Dialog
      wide
      title={words.reason(item)}
      onClose={onClose}
      actions={
        <Button
          look="primary"
          busy={result === 'busy'}
          disabled={Boolean(item.replayed_at) || error !== null}
          onClick={onReplay}
        >
          {t('replay')}
        </Button>
      }
    >
      <p className={styles.note}>{words.about(item)}</p>
      <Banner tone="warning" icon={<Eye size={18} />}>
        {t('content', { name })}
      </Banner>
      {data ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
        <section className={styles.body} aria-label={t('body')} tabIndex={0}>
          {data.body}
        </section>
      ) : error instanceof Refusal && error.code === 'not_found' ? (
        <p className={styles.body}>{t('sealBroken')}</p>
      ) : error ? (
        <Failed error={error} onRetry={() => refetch()} />
      ) : (
        <div className={styles.body}>
          <Skeleton lines={6} />
        </div>
      )}
      <ResultWord of="rawInbox" result={item.replayed_at ? 'done' : result} />
    </Dialog>
  );
}
