import { useInfiniteQuery } from '@tanstack/react-query';
import { ArrowDown } from 'lucide-react';
import { useCallback, useEffect, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { LineCard, MessageSummary, PageOfMessageSummary, ThreadDetails } from '../api/schema';
import { Empty, Failed, Skeleton } from '../design/States';
import { useReturned } from '../outbox/returned';
import { useOutgoing } from '../outbox/useOutbox';
import { EntryView } from './EntryView';
import { messages } from './queries';
import { quotedBy } from './quoted';
import styles from './Timeline.module.css';
import { useTail } from './tail/useTail';
import { timeline } from './timeline';
import { useReadMark } from './useReadMark';

const NOTHING: readonly PageOfMessageSummary[] = [];

type Props = {
  line: LineCard;
  details: ThreadDetails;
  writes: boolean;
  onReply: ((message: MessageSummary) => void) | undefined;
};

/** The conversation, newest below. Only what can be seen is in the document, however long it is. */
export function Timeline({ line, details, writes, onReply }: Props) {
  const t = useTranslations('thread');
  const { contact } = details;
  const list = useInfiniteQuery(messages(line.id, contact.id));
  const pages = list.data?.pages ?? NOTHING;
  const outgoing = useOutgoing(line.id, contact.id);
  const returned = useReturned(line.id, contact.id);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const entries = useMemo(
    () => timeline(pages, outgoing, returned, !hasNextPage),
    [pages, outgoing, returned, hasNextPage],
  );
  const loadOlder = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const tail = useTail(entries, loadOlder);
  useReadMark(line.id, details, pages[0]?.items[0], writes && tail.atEnd);

  // What a person sends is what she wants to see.
  const sent = outgoing[outgoing.length - 1]?.key;
  useEffect(() => {
    if (sent) tail.toEnd();
  }, [sent, tail.toEnd]);

  const showMessage = useCallback((message: MessageSummary) => tail.show(message.message_id), [tail.show]);

  if (list.isError && !list.data) return <Failed error={list.error} onRetry={() => list.refetch()} />;
  return (
    <div className={styles.place}>
      <div
        ref={tail.scroller}
        onScroll={tail.onScroll}
        className={styles.scroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        role="log"
        aria-live="off"
        aria-label={t('messages', { name: contact.name })}
        data-timeline
      >
        {list.isPending && (
          <div className={styles.skeleton}>
            <Skeleton lines={4} height={40} />
          </div>
        )}
        {list.data && entries.length === 0 && (
          <Empty title={t('noMessages.title')} text={t('noMessages.text', { name: contact.name })} />
        )}
        {entries.length > 0 && (
          <div ref={tail.list} className={styles.entries}>
            <div ref={tail.above} />
            {entries.slice(Math.max(0, entries.length - tail.span.to), entries.length - tail.span.from).map((entry) => (
              <div key={entry.key} className={styles.entry}>
                <EntryView
                  entry={entry}
                  line={line}
                  contact={contact}
                  quoted={quotedBy(entry, pages)}
                  onShow={showMessage}
                  onReply={onReply}
                />
              </div>
            ))}
            <div ref={tail.below} />
          </div>
        )}
      </div>
      {!tail.atEnd && (
        <button type="button" className={styles.toEnd} onClick={tail.toEnd}>
          <ArrowDown size={16} aria-hidden />
          {t('toNewest', { count: details.thread?.unread ?? 0 })}
        </button>
      )}
      <p className="visually-hidden" role="status">
        {isFetchingNextPage ? t('loadingOlder') : ''}
      </p>
    </div>
  );
}
