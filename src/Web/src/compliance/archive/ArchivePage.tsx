import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'use-intl';
import { Badge } from '../../design/Badge';
import { Button } from '../../design/Button';
import { Card } from '../../design/Card';
import { Refused } from '../../design/Outcome';
import { Page } from '../../design/Page';
import { Failed, Skeleton } from '../../design/States';
import styles from '../List.module.css';
import { anchors, keys, newestHead, reconciliations, useReconcile, useSign } from './queries';

/** Whether the archive has everything, and what proves it. */
export function ArchivePage() {
  const t = useTranslations('compliance.archive');
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Complete />
      <Head />
      <Anchors />
    </Page>
  );
}

function Complete() {
  const t = useTranslations('compliance.archive.complete');
  const format = useFormatter();
  const { data, error, refetch } = useQuery(reconciliations);
  const comparing = useReconcile();
  return (
    <Card
      title={t('title')}
      text={t('text')}
      aside={
        <Button busy={comparing.isPending} onClick={() => comparing.mutate()}>
          {t(comparing.isPending ? 'comparing' : 'now')}
        </Button>
      }
    >
      <Refused error={comparing.error} />
      {data ? (
        data.items.length > 0 ? (
          <ul className={styles.list}>
            {data.items.map((report) => (
              <li key={report.number} className={styles.row}>
                <div>
                  <p className={styles.name}>{t('count', { events: report.events, archived: report.archived })}</p>
                  <p className={styles.soft}>
                    {format.dateTime(new Date(report.started_at), { dateStyle: 'medium', timeStyle: 'short' })}
                    {report.healed > 0 && ` · ${t('healed', { count: report.healed })}`}
                    {report.doubled > 0 && ` · ${t('doubled', { count: report.doubled })}`}
                  </p>
                </div>
                {report.missing === 0 && report.doubled === 0 ? (
                  <Badge tone="good">{t('all')}</Badge>
                ) : (
                  <Badge tone="danger">{t('missing', { count: report.missing })}</Badge>
                )}
              </li>
            ))}
          </ul>
        ) : (
          <p className={styles.soft}>{t('none')}</p>
        )
      ) : error ? (
        <Failed error={error} onRetry={() => refetch()} />
      ) : (
        <Skeleton lines={2} height={60} />
      )}
    </Card>
  );
}

function Head() {
  const t = useTranslations('compliance.archive.head');
  const format = useFormatter();
  const head = useQuery(newestHead);
  const known = useQuery(keys);
  const signing = useSign();
  return (
    <Card
      title={t('title')}
      text={t('text')}
      aside={
        <Button busy={signing.isPending} onClick={() => signing.mutate()}>
          {t('now')}
        </Button>
      }
    >
      <Refused error={signing.error} />
      {head.data ? (
        <dl className={styles.facts}>
          <dt>{t('number')}</dt>
          <dd>{format.number(head.data.number)}</dd>
          <dt>{t('time')}</dt>
          <dd>{format.dateTime(new Date(head.data.time), { dateStyle: 'medium', timeStyle: 'medium' })}</dd>
          <dt>{t('records')}</dt>
          <dd>{format.number(head.data.shards.reduce((sum, shard) => sum + shard.size, 0))}</dd>
          <dt>{t('hash')}</dt>
          <dd className={styles.code}>{head.data.hash}</dd>
          <dt>{t('keys')}</dt>
          <dd className={styles.code}>
            {known.data?.items.map((key) => (
              <div key={key.id}>
                <a
                  href={`data:application/x-pem-file,${encodeURIComponent(key.pem)}`}
                  download={`multiline-${key.id}.pem`}
                >
                  {key.id}
                </a>
              </div>
            ))}
          </dd>
        </dl>
      ) : head.error ? (
        <Failed error={head.error} onRetry={() => head.refetch()} />
      ) : head.isSuccess ? (
        <p className={styles.soft}>{t('none')}</p>
      ) : (
        <Skeleton lines={3} />
      )}
    </Card>
  );
}

function Anchors() {
  const t = useTranslations('compliance.archive.anchors');
  const format = useFormatter();
  const { data, error, refetch } = useQuery(anchors);
  return (
    <Card title={t('title')} text={t('text')}>
      {data ? (
        data.items.length > 0 ? (
          <ul className={styles.list}>
            {data.items.map((anchor) => (
              <li key={anchor.id} className={styles.row}>
                <div>
                  <p className={styles.name}>{t('left', { number: anchor.number, destination: anchor.destination })}</p>
                  <p className={styles.soft}>
                    {format.dateTime(new Date(anchor.at), { dateStyle: 'medium', timeStyle: 'short' })} ·{' '}
                    {anchor.answer}
                  </p>
                </div>
                {anchor.taken ? <Badge tone="good">{t('taken')}</Badge> : <Badge tone="danger">{t('notTaken')}</Badge>}
              </li>
            ))}
          </ul>
        ) : (
          <p className={styles.soft}>{t('none')}</p>
        )
      ) : error ? (
        <Failed error={error} onRetry={() => refetch()} />
      ) : (
        <Skeleton lines={2} height={60} />
      )}
    </Card>
  );
}
