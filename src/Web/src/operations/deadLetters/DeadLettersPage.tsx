import { useQuery } from '@tanstack/react-query';
import { CheckCheck } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import type { DeadLetter } from '../../api/schema';
import { Button } from '../../design/Button';
import styles from '../List.module.css';
import { ResultWord } from '../ResultWord';
import { RetryPage } from '../RetryPage';
import { type Result, useEach } from '../useEach';
import { deadLetters, retry } from './queries';

/** Conversations that the archive or an inbox should have followed long ago. */
export function DeadLettersPage() {
  const t = useTranslations('operations.deadLetters');
  const list = useQuery(deadLetters);
  const each = useEach(retry, () => void list.refetch());
  const items = list.data?.items ?? [];
  return (
    <RetryPage
      of="deadLetters"
      list={list}
      items={items}
      row={(item) => (
        <Row
          key={item.id}
          item={item}
          result={each.results.get(item.id)}
          isLocked={each.isRunning}
          onRetry={() => each.one(item.id)}
        />
      )}
      each={each}
      count={t('count', { count: items.length })}
      all={{ ids: items.map((item) => item.id), words: t('retryAll', { count: items.length }) }}
      icon={<CheckCheck size={24} />}
    />
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
