import { useQuery } from '@tanstack/react-query';
import { Gavel, Plus } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { HoldCard } from '../../api/schema';
import { Badge } from '../../design/Badge';
import { Button } from '../../design/Button';
import { Said } from '../../design/Outcome';
import { Page } from '../../design/Page';
import { Empty, Failed, Skeleton } from '../../design/States';
import { useNames } from '../../thread/people';
import styles from '../List.module.css';
import { Disposals } from './Disposals';
import { HoldDialog } from './HoldDialog';
import { LiftDialog } from './LiftDialog';
import { holds } from './queries';
import { useCoverWords } from './useCoverWords';

export function HoldsPage() {
  const t = useTranslations('compliance.holds');
  const { data, error, refetch } = useQuery(holds);
  const [isPlacing, setPlacing] = useState(false);
  const [lifting, setLifting] = useState<HoldCard | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        data && (
          <Button look="primary" onClick={() => setPlacing(true)}>
            <Plus size={18} aria-hidden />
            {t('place')}
          </Button>
        )
      }
    >
      <Said>{said}</Said>
      {data ? (
        data.items.length > 0 ? (
          <ul className={styles.list} aria-label={t('title')}>
            {data.items.map((hold) => (
              <HoldRow key={hold.id} hold={hold} onLift={() => setLifting(hold)} />
            ))}
          </ul>
        ) : (
          <Empty icon={<Gavel size={24} />} title={t('none.title')} text={t('none.text')} />
        )
      ) : error ? (
        <Failed error={error} onRetry={() => refetch()} />
      ) : (
        <Skeleton lines={3} height={84} />
      )}
      <Disposals />
      {isPlacing && (
        <HoldDialog
          onClose={() => setPlacing(false)}
          onDone={() => {
            setPlacing(false);
            setSaid(t('placed'));
          }}
        />
      )}
      {lifting && (
        <LiftDialog
          hold={lifting}
          onClose={() => setLifting(null)}
          onDone={() => {
            setLifting(null);
            setSaid(t('lifted'));
          }}
        />
      )}
    </Page>
  );
}

function HoldRow({ hold, onLift }: { hold: HoldCard; onLift: () => void }) {
  const t = useTranslations('compliance.holds');
  const format = useFormatter();
  const name = useNames();
  const cover = useCoverWords(hold.cover);
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium' });
  return (
    <li className={styles.row}>
      <div>
        <p className={styles.head}>
          <span className={styles.name}>{hold.name}</span>
          {hold.lifted_at ? <Badge>{t('over')}</Badge> : <Badge tone="good">{t('holds')}</Badge>}
        </p>
        <p>{cover}</p>
        <p className={styles.soft}>
          {t('by', { name: name(hold.placed_by), day: day(hold.placed_at) })}
          {hold.lifted_at && ` · ${t('liftedBy', { name: name(hold.lifted_by ?? ''), day: day(hold.lifted_at) })}`}
        </p>
      </div>
      {!hold.lifted_at && (
        <Button onClick={onLift} aria-label={t('liftNamed', { name: hold.name })}>
          {t('lift')}
        </Button>
      )}
    </li>
  );
}
