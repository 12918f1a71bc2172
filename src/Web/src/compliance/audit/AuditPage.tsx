import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { api, ask } from '../../api/client';
import type { AuditRecord } from '../../api/schema';
import { Button } from '../../design/Button';
import { Page } from '../../design/Page';
import { Empty, Failed, Skeleton } from '../../design/States';
import { useNames } from '../../thread/people';
import styles from '../List.module.css';

/** Who did what, newest first, page by page. */
const acts = infiniteQueryOptions({
  queryKey: ['audit'],
  initialPageParam: null as string | null,
  queryFn: ({ pageParam, signal }) =>
    ask(
      api.GET('/api/v1/audit', {
        params: { query: { limit: 50, before: pageParam === null ? undefined : Number(pageParam) } },
        signal,
      }),
    ),
  getNextPageParam: (last) => last.next,
});

export function AuditPage() {
  const t = useTranslations('compliance.audit');
  const list = useInfiniteQuery(acts);
  const items = list.data?.pages.flatMap((page) => page.items);
  return (
    <Page title={t('title')} lead={t('lead')}>
      {items ? (
        items.length > 0 ? (
          <ul className={styles.list} aria-label={t('title')}>
            {items.map((act) => (
              <ActRow key={act.place} act={act} />
            ))}
          </ul>
        ) : (
          <Empty icon={<ScrollText size={24} />} title={t('none.title')} text={t('none.text')} />
        )
      ) : list.error ? (
        <Failed error={list.error} onRetry={() => list.refetch()} />
      ) : (
        <Skeleton lines={5} height={64} />
      )}
      {list.hasNextPage && (
        <div className={styles.more}>
          <Button busy={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </Page>
  );
}

function ActRow({ act }: { act: AuditRecord }) {
  const t = useTranslations('compliance.audit');
  const format = useFormatter();
  const name = useNames();
  const type = act.type as 'original_opened';
  return (
    <li className={styles.row}>
      <div>
        <p className={styles.name}>{t.has(`types.${type}`) ? t(`types.${type}`) : act.type}</p>
        {act.reason && <p className={styles.excerpt}>{act.reason}</p>}
        <p className={styles.soft}>
          {t('by', {
            name:
              act.person === '_system' ? t('system') : act.person === '_operator' ? t('operator') : name(act.person),
            time: format.dateTime(new Date(act.at), { dateStyle: 'medium', timeStyle: 'medium' }),
          })}
        </p>
      </div>
    </li>
  );
}
