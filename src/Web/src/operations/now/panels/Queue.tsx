import { useFormatter, useTranslations } from 'use-intl';
import type { NumberQueue, QueueReading } from '../../../api/schema';
import { useFigures } from '../useFigures';
import { Panel, Rows } from './Panel';
import styles from './Panel.module.css';

/** What waits to be sent, by the number it goes out from, and why nothing does. */
export function Queue({ queue }: { queue: QueueReading | null }) {
  const t = useTranslations('operations.queue');
  const channels = useTranslations('operations.channels');
  const figures = useFigures();
  return (
    <Panel title={t('title')} hint={t('hint')}>
      <Rows<NumberQueue>
        rows={queue?.numbers ?? null}
        rowKey={(row) => `${row.organization}/${row.channel}/${row.number}`}
        none={t('none')}
        columns={[
          {
            head: t('number'),
            cell: (row) => (
              <>
                {row.number}
                <span className={styles.soft}>
                  {t('of', {
                    channel: channels.has(row.channel as 'sms') ? channels(row.channel as 'sms') : row.channel,
                    organization: row.organization,
                  })}
                </span>
                {row.pause && <Paused pause={row.pause} />}
              </>
            ),
          },
          { head: t('waiting'), isNumber: true, cell: (row) => figures.count(row.waiting) },
          { head: t('inFlight'), isNumber: true, cell: (row) => figures.count(row.in_flight) },
          {
            head: t('oldest'),
            isNumber: true,
            cell: (row) => (row.oldest_age_seconds === null ? '–' : figures.seconds(row.oldest_age_seconds)),
          },
        ]}
      />
    </Panel>
  );
}

function Paused({ pause }: { pause: NonNullable<NumberQueue['pause']> }) {
  const t = useTranslations('operations.queue');
  const format = useFormatter();
  const time = (at: string) => format.dateTime(new Date(at), { hour: 'numeric', minute: '2-digit' });
  const [code, since] = [String(pause.provider_code), time(pause.since)];
  return (
    <span className={styles.warning}>
      {pause.tried_again_at
        ? t('pausedUntil', { code, since, again: time(pause.tried_again_at) })
        : t('paused', { code, since })}
    </span>
  );
}
