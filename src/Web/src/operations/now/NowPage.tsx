import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Page } from '../../design/Page';
import { Failed, Skeleton } from '../../design/States';
import { Tabs } from '../Tabs';
import { Charts } from './Charts';
import { Freshness } from './Freshness';
import styles from './NowPage.module.css';
import { Followers } from './panels/Followers';
import { Grains } from './panels/Grains';
import { ProviderErrorsPanel } from './panels/ProviderErrorsPanel';
import { Queue } from './panels/Queue';
import { Silos } from './panels/Silos';
import { Tiles } from './Tiles';
import { useSnapshot } from './useSnapshot';

/** How the product does just now and did in the last quarter of an hour. */
export function NowPage() {
  const t = useTranslations('operations');
  const [isPaused, setPaused] = useState(false);
  const { data, error, isError, dataUpdatedAt, refetch } = useSnapshot(isPaused);
  return (
    <Page
      wide
      title={t('title')}
      lead={t('lead')}
      tabs={<Tabs />}
      actions={
        data && (
          <Freshness
            at={data.at}
            updatedAt={dataUpdatedAt}
            isFailing={isError}
            isPaused={isPaused}
            onPause={setPaused}
          />
        )
      }
    >
      {data ? (
        <div className={styles.parts}>
          <Tiles now={data} />
          <Charts now={data} />
          <div className={styles.panels}>
            <Queue queue={data.queue} />
            <Followers followers={data.followers} />
            <ProviderErrorsPanel errors={data.provider_errors} />
            <Silos silos={data.silos} />
            <Grains grains={data.grains} silos={data.silos} />
          </div>
        </div>
      ) : error ? (
        <Failed error={error} onRetry={() => refetch()} />
      ) : (
        <Skeleton lines={4} height={132} />
      )}
    </Page>
  );
}
