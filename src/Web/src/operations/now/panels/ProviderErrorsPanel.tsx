import { useFormatter, useTranslations } from 'use-intl';
import type { ProviderErrors } from '../../../api/schema';
import { useFigures } from '../useFigures';
import { Panel, Rows } from './Panel';
import styles from './Panel.module.css';

/** What the providers refused or failed at in the last hour. */
export function ProviderErrorsPanel({ errors }: { errors: ProviderErrors[] | null }) {
  const t = useTranslations('operations.errors');
  const channels = useTranslations('operations.channels');
  const figures = useFigures();
  const format = useFormatter();
  return (
    <Panel title={t('title')} hint={t('hint')}>
      <Rows
        rows={errors}
        rowKey={(row) => `${row.channel}/${row.kind}/${row.code}`}
        none={t('none')}
        columns={[
          { head: t('code'), cell: (row) => row.code ?? '–' },
          {
            head: t('meaning'),
            cell: (row) => (
              <>
                {t.has(`kinds.${row.kind as 'other'}`) ? t(`kinds.${row.kind as 'other'}`) : row.kind}
                <span className={styles.soft}>
                  {channels.has(row.channel as 'sms') ? channels(row.channel as 'sms') : row.channel}
                </span>
              </>
            ),
          },
          { head: t('count'), isNumber: true, cell: (row) => figures.count(row.count) },
          {
            head: t('last'),
            isNumber: true,
            cell: (row) => format.dateTime(new Date(row.last_at), { timeStyle: 'medium' }),
          },
        ]}
      />
    </Panel>
  );
}
