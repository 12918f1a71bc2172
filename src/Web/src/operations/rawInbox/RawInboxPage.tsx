import { useInfiniteQuery } from '@tanstack/react-query';
import { Inbox } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../design/Button';
import styles from '../List.module.css';
import { RetryPage } from '../RetryPage';
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
    <RetryPage
      of="rawInbox"
      list={list}
      items={items}
      row={(item) => (
        <RawItemRow
          key={item.id}
          item={item}
          result={each.results.get(item.id)}
          isLocked={each.isRunning}
          onOpen={() => setOpened(item.id)}
          onReplay={() => each.one(item.id)}
        />
      )}
      each={each}
      count={t('open', { count: list.data?.pages[0]?.open ?? 0 })}
      all={{ ids: open.map((item) => item.id), words: t('replayAll', { count: open.length }) }}
      icon={<Inbox size={24} />}
    >
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
    </RetryPage>
  );
}
