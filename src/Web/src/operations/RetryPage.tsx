import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../design/Button';
import { Page } from '../design/Page';
import { Empty, Failed, Skeleton } from '../design/States';
import styles from './List.module.css';
import { ProgressBar } from './ProgressBar';
import { Tabs } from './Tabs';
import type { useEach } from './useEach';

type Props<Item, Id> = {
  of: 'rawInbox' | 'deadLetters';
  list: Pick<UseQueryResult, 'data' | 'error' | 'isPending' | 'isError' | 'refetch'>;
  items: readonly Item[];
  row: (item: Item) => ReactNode;
  each: ReturnType<typeof useEach<Id>>;
  /** What stands above the list, and the button for all of them. */
  count: string;
  all: { ids: Id[]; words: string };
  /** Beside the words for an empty list. */
  icon: ReactNode;
  /** Below the list. */
  children?: ReactNode;
};

/** What was left undone, which is tried again one by one or all in one go. */
export function RetryPage<Item, Id>({ of, list, items, row, each, count, all, icon, children }: Props<Item, Id>) {
  const t = useTranslations(`operations.${of}`);
  return (
    <Page title={t('title')} lead={t('lead')} tabs={<Tabs />}>
      {items.length > 0 && (
        <div className={styles.bar}>
          <p>{count}</p>
          <Button disabled={all.ids.length === 0} busy={each.isRunning} onClick={() => each.run(all.ids)}>
            {all.words}
          </Button>
        </div>
      )}
      {each.progress && <ProgressBar progress={each.progress} isRunning={each.isRunning} onStop={each.stop} />}
      {list.isPending && <Skeleton lines={6} height={72} />}
      {list.isError && !list.data && <Failed error={list.error} onRetry={() => list.refetch()} />}
      {items.length > 0 && <ul className={styles.list}>{items.map(row)}</ul>}
      {list.data !== undefined && items.length === 0 && (
        <Empty icon={icon} title={t('empty.title')} text={t('empty.text')} />
      )}
      {children}
    </Page>
  );
}
