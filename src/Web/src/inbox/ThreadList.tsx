import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { VList, type VListHandle } from 'virtua';
import type { LineCard } from '../api/schema';
import { Empty, Failed } from '../design/States';
import { useSettled } from '../query/useSettled';
import { ListHeader } from './ListHeader';
import { everything, type Filter, isEverything, threads } from './queries';
import { RowSkeletons } from './RowSkeletons';
import styles from './ThreadList.module.css';
import { ThreadRow } from './ThreadRow';

/** In pixels, as the stylesheet has it. */
const ROW = 76;

/** So many rows before the end of what is loaded, the next page is fetched. */
const AHEAD = 15;

export function ThreadList({ line, lines, open }: { line: LineCard; lines: LineCard[]; open: string | undefined }) {
  const t = useTranslations('inbox');
  const [filter, setFilter] = useState<Filter>(everything);
  const search = useSettled(filter.search.trim());
  const asked = useMemo(() => ({ ...filter, search }), [filter, search]);
  const list = useInfiniteQuery({ ...threads(line.id, asked), placeholderData: keepPreviousData });
  const handle = useRef<VListHandle>(null);
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);

  const loadMore = () => {
    const last = handle.current?.findItemIndex(handle.current.scrollOffset + handle.current.viewportSize) ?? 0;
    if (last > rows.length - AHEAD && list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
  };

  return (
    <>
      <ListHeader line={line} lines={lines} filter={filter} onFilter={setFilter} />
      {list.isPending && <RowSkeletons />}
      {list.isError && !list.data && <Failed error={list.error} onRetry={() => list.refetch()} />}
      {list.data &&
        (rows.length > 0 ? (
          <nav className={styles.list} aria-label={t('threads')} onKeyDown={moveByArrows}>
            <VList
              ref={handle}
              data={rows}
              itemSize={ROW}
              bufferSize={400}
              onScroll={loadMore}
              className={styles.scroll}
            >
              {(thread) => (
                <ThreadRow key={thread.contact.id} line={line.id} thread={thread} isOpen={thread.contact.id === open} />
              )}
            </VList>
          </nav>
        ) : isEverything(asked) ? (
          <Empty title={t('noThreads.title')} text={t('noThreads.text')} />
        ) : (
          <Empty title={t('noMatch.title')} text={t('noMatch.text')} />
        ))}
    </>
  );
}

/** Up and down go from row to row. */
function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('a[data-row]')];
  const next = rows[rows.indexOf(document.activeElement as HTMLElement) + step];
  if (next) {
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  }
}
