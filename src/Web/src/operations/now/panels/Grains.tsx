import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { GrainCount, SiloView } from '../../../api/schema';
import { useFigures } from '../useFigures';
import { byType, type Order, type TypeRow } from './byType';
import { Panel, Rows } from './Panel';
import styles from './Panel.module.css';

/** How many grains of each type are active, silo by silo where there are several. */
export function Grains({ grains, silos }: { grains: GrainCount[] | null; silos: SiloView[] | null }) {
  const t = useTranslations('operations.grains');
  const states = useTranslations('operations.silos.states');
  const figures = useFigures();
  const [order, setOrder] = useState<Order>('count');
  const names = [...new Set(grains?.map((count) => count.silo))].sort();
  const status = (silo: string) => {
    const word = silos?.find((known) => known.silo === silo)?.status;
    return states.has(word as 'active') ? states(word as 'active') : states('unknown');
  };
  const sorter = (by: Order, label: string) => (
    <button type="button" className={styles.sort} onClick={() => setOrder(by)}>
      {label}
      {order === by && (by === 'count' ? <ArrowDown size={14} aria-hidden /> : <ArrowUp size={14} aria-hidden />)}
    </button>
  );
  return (
    <Panel wide title={t('title')} hint={t('hint')}>
      <Rows<TypeRow>
        rows={grains && byType(grains, order)}
        rowKey={(row) => row.type}
        none={t('none')}
        columns={[
          {
            head: sorter('type', t('type')),
            sort: order === 'type' ? 'ascending' : undefined,
            cell: (row) => row.type,
          },
          ...(names.length > 1 ? names : []).map((silo) => ({
            head: (
              <>
                {silo}
                <span className={styles.soft}>{status(silo)}</span>
              </>
            ),
            isNumber: true,
            cell: (row: TypeRow) => figures.count(row.bySilo.get(silo) ?? 0),
          })),
          {
            head: sorter('count', t('active')),
            isNumber: true,
            sort: order === 'count' ? 'descending' : undefined,
            cell: (row) => figures.count(row.total),
          },
        ]}
      />
    </Panel>
  );
}
