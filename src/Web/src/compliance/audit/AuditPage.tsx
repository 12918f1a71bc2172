import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { api, ask } from '../../api/client';
import type { AuditRecord } from '../../api/schema';
import { Page } from '../../design/Page';
import { Empty } from '../../design/States';
import { useNames } from '../../thread/people';
import styles from '../List.module.css';
import { PagedList } from '../PagedList';

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
  return (
    <Page title={t('title')} lead={t('lead')}>
      <PagedList
        list={list}
        label={t('title')}
        more={t('more')}
        none={<Empty icon={<ScrollText size={24} />} title={t('none.title')} text={t('none.text')} />}
      >
        {(act) => <ActRow key={act.place} act={act} />}
      </PagedList>
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
