import { useTranslations } from 'use-intl';
import type { FollowerReading } from '../../../api/schema';
import { useFigures } from '../useFigures';
import { Panel, Rows } from './Panel';

/** How far those are behind who follow the conversations' logs. */
export function Followers({ followers }: { followers: FollowerReading[] | null }) {
  const t = useTranslations('operations.followers');
  const figures = useFigures();
  return (
    <Panel title={t('title')} hint={t('hint')}>
      <Rows
        rows={followers}
        rowKey={(row) => row.kind}
        none={t('none')}
        columns={[
          {
            head: t('follower'),
            cell: (row) => (t.has(`kinds.${row.kind as 'inbox'}`) ? t(`kinds.${row.kind as 'inbox'}`) : row.kind),
          },
          { head: t('behind'), isNumber: true, cell: (row) => figures.count(row.behind) },
          {
            head: t('oldest'),
            isNumber: true,
            cell: (row) => (row.oldest_age_seconds === null ? '–' : figures.seconds(row.oldest_age_seconds)),
          },
          { head: t('deadLetters'), isNumber: true, cell: (row) => figures.count(row.dead_letters) },
        ]}
      />
    </Panel>
  );
}
