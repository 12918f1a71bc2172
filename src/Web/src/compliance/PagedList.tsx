import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../design/Button';
import { Failed, Skeleton } from '../design/States';
import styles from './List.module.css';

type Props<Item> = {
  list: UseInfiniteQueryResult<InfiniteData<{ items: Item[] }, unknown>, Error>;
  label: string;
  more: string;
  /** What stands there where the list is empty. */
  none: ReactNode;
  children: (item: Item) => ReactNode;
};

/** A list that is read page by page. */
export function PagedList<Item>({ list, label, more, none, children }: Props<Item>) {
  const items = list.data?.pages.flatMap((page) => page.items);
  if (!items) {
    return list.error ? (
      <Failed error={list.error} onRetry={() => list.refetch()} />
    ) : (
      <Skeleton lines={4} height={72} />
    );
  }
  return (
    <>
      {items.length > 0 ? (
        <ul className={styles.list} aria-label={label}>
          {items.map(children)}
        </ul>
      ) : (
        !list.hasNextPage && none
      )}
      {list.hasNextPage && (
        <div className={styles.more}>
          <Button busy={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            {more}
          </Button>
        </div>
      )}
    </>
  );
}
