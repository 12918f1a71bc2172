import { useFormatter, useTranslations } from 'use-intl';
import type { SiloView } from '../../../api/schema';
import { useFigures } from '../useFigures';
import { Panel, Rows } from './Panel';
import styles from './Panel.module.css';

/** The processes that hold the grains, and how each stands. */
export function Silos({ silos }: { silos: SiloView[] | null }) {
  const t = useTranslations('operations.silos');
  const figures = useFigures();
  const format = useFormatter();
  return (
    <Panel title={t('title')} hint={t('hint')}>
      <Rows
        rows={silos}
        rowKey={(row) => row.silo}
        none={t('none')}
        columns={[
          {
            head: t('silo'),
            cell: (row) => (
              <>
                {row.silo}
                <span className={row.reported_at ? styles.soft : styles.warning}>
                  {row.since
                    ? t('since', {
                        time: format.dateTime(new Date(row.since), { dateStyle: 'short', timeStyle: 'short' }),
                      })
                    : t('silent')}
                </span>
              </>
            ),
          },
          {
            head: t('state'),
            cell: (row) =>
              t.has(`states.${row.status as 'active'}`) ? t(`states.${row.status as 'active'}`) : t('states.unknown'),
          },
          {
            head: t('grains'),
            isNumber: true,
            cell: (row) => (row.activations === null ? '–' : figures.count(row.activations)),
          },
          {
            head: t('received'),
            isNumber: true,
            cell: (row) => (row.throughput ? figures.count(row.throughput.received) : '–'),
          },
          {
            head: t('sent'),
            isNumber: true,
            cell: (row) => (row.throughput ? figures.count(row.throughput.sent) : '–'),
          },
        ]}
      />
    </Panel>
  );
}
