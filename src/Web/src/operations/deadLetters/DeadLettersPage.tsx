import { useQuery } from '@tanstack/react-query';
import { CheckCheck } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import type { DeadLetter } from '../../api/schema';
import { Button } from '../../design/Button';
import { Page } from '../../design/Page';
import { Empty, Failed, Skeleton } from '../../design/States';
import styles from '../List.module.css';
import { ProgressBar } from '../ProgressBar';
import { ResultWord } from '../ResultWord';
import { Tabs } from '../Tabs';
import { type Result, useEach } from '../useEach';
import { deadLetters, retry } from './queries';

/** Conversations that the archive or an inbox should have followed long ago. */
export function DeadLettersPage() {
  const t = useTranslations('operations.deadLetters');
  const list = useQuery(deadLetters);
  const each = useEach(retry, () => void list.refetch());
  const items = list.data?.items ?? [];
  return (
    <Page title={t('title')} lead={t('lead')} tabs={<Tabs />}>
      {items.length > 0 && (
        <div className={styles.bar}>
          <p>{t('count', { count: items.length })}</p>
          <Button busy={each.isRunning} onClick={() => each.run(items.map((item) => item.id))}>
            {t('retryAll', { count: items.length })}
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
              <Row
                key={item.id}
                item={item}
                result={each.results.get(item.id)}
                isLocked={each.isRunning}
                onRetry={() => each.one(item.id)}
              />
            ))}
          </ul>
        ) : (
          <Empty icon={<CheckCheck size={24} />} title={t('empty.title')} text={t('empty.text')} />
        ))}
    </Page>
  );
}

type RowProps = { item: DeadLetter; result: Result | undefined; isLocked: boolean; onRetry: () => void };

function Row({ item, result, isLocked, onRetry }: RowProps) {
  const t = useTranslations('operations.deadLetters');
  const format = useFormatter();
  const { organization, line, contact } = item;
  return (
    <li className={styles.row}>
      <div>
        <h2>{t.has(`kinds.${item.kind as 'inbox'}`) ? t(`kinds.${item.kind as 'inbox'}`) : item.kind}</h2>
        <p>{t('about', { organization, line, contact })}</p>
        <p>
          {t('since', { time: format.dateTime(new Date(item.since), { dateStyle: 'medium', timeStyle: 'short' }) })}
        </p>
        <ResultWord of="deadLetters" result={result} />
      </div>
      <div className={styles.actions}>
        <Button
          onClick={onRetry}
          busy={result === 'busy'}
          disabled={isLocked}
          aria-label={t('retryItem', { contact, organization })}
        >
          {t('retry')}
        </Button>
      </div>
    </li>
  );
}
