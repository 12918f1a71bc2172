import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'use-intl';
import { Badge } from '../../design/Badge';
import { Button } from '../../design/Button';
import { Refused } from '../../design/Outcome';
import { Failed, Skeleton } from '../../design/States';
import { useNames } from '../../thread/people';
import styles from '../List.module.css';
import { disposals, useDispose } from './queries';

/** What was disposed of, and when; it can be done now as well. */
export function Disposals() {
  const t = useTranslations('compliance.disposals');
  const format = useFormatter();
  const name = useNames();
  const { data, error, refetch } = useQuery(disposals);
  const disposing = useDispose();
  return (
    <section aria-labelledby="disposals">
      <h2 id="disposals" className={styles.section}>
        {t('title')}
      </h2>
      <p className={styles.soft}>{t('lead')}</p>
      <div className={styles.bar}>
        <Button busy={disposing.isPending} onClick={() => disposing.mutate()}>
          {t('now')}
        </Button>
        <Refused error={disposing.error} />
      </div>
      {data ? (
        data.items.length > 0 && (
          <ul className={styles.list} aria-label={t('title')}>
            {data.items.map((run) => (
              <li key={run.id} className={styles.row}>
                <div>
                  <p className={styles.head}>
                    <span className={styles.name}>{t('count', { disposed: run.disposed, held: run.held })}</span>
                    {!run.ended_at && <Badge tone="warning">{t('running')}</Badge>}
                  </p>
                  <p className={styles.soft}>
                    {t(run.started_by ? 'startedBy' : 'byItself', {
                      name: run.started_by ? name(run.started_by) : '',
                      time: format.dateTime(new Date(run.started_at), { dateStyle: 'medium', timeStyle: 'short' }),
                    })}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        )
      ) : error ? (
        <Failed error={error} onRetry={() => refetch()} />
      ) : (
        <Skeleton lines={2} height={60} />
      )}
    </section>
  );
}
