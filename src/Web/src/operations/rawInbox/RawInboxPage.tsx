import { useInfiniteQuery } from '@tanstack/react-query';
import { Inbox } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../design/Button';
import { Page } from '../../design/Page';
import { Empty, Failed, Skeleton } from '../../design/States';
import styles from '../List.module.css';
import { ProgressBar } from '../ProgressBar';
import { Tabs } from '../Tabs';
import { useEach } from '../useEach';
import { rawInbox, replay } from './queries';
import { RawItemDialog } from './RawItemDialog';
import { RawItemRow } from './RawItemRow';

/** What could not be attributed or understood: nothing of it is lost, and it can be taken in again. */
export function RawInboxPage() {
  const t = useTranslations('operations.rawInbox');
  const list = useInfiniteQuery(rawInbox);
  const each = useEach(replay, () => void list.refetch());
  const [opened, setOpened] = useState<number | null>(null);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const open = items.filter((item) => !item.replayed_at);
  const openItem = items.find((item) => item.id === opened);

  return (
    <Page title={t('title')} lead={t('lead')} tabs={<Tabs />}>
      {list.data && items.length > 0 && (
        <div className={styles.bar}>
          <p>{t('open', { count: list.data.pages[0]?.open ?? 0 })}</p>
          <Button
            disabled={open.length === 0}
            busy={each.isRunning}
            onClick={() => each.run(open.map((item) => item.id))}
          >
            {t('replayAll', { count: open.length })}
          </Button>
        </div>
      )}
      {each.progress && <ProgressBar progress={each.progress} isRunning={each.isRunning} onStop={each.stop} />}
      {list.isPending && <Skeleton lines={6} height={72} />}
      {list.isError && !list.data && <Failed error={list.error} onRetry={() => list.refetch()} />}
      {list.data &&
        (items.length > 0 ? (
          <ul className={styles.list}>
            {items.map((item) => (
              <RawItemRow
                key={item.id}
                item={item}
                result={each.results.get(item.id)}
                isLocked={each.isRunning}
                onOpen={() => setOpened(item.id)}
                onReplay={() => each.one(item.id)}
              />
            ))}
          </ul>
        ) : (
          <Empty icon={<Inbox size={24} />} title={t('empty.title')} text={t('empty.text')} />
        ))}
      {list.hasNextPage && (
        <div className={styles.more}>
          <Button busy={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
      {openItem && (
        <RawItemDialog
          item={openItem}
          result={each.results.get(openItem.id)}
          onReplay={() => each.one(openItem.id)}
          onClose={() => setOpened(null)}
        />
      )}
    </Page>
  );
}
