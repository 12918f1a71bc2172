import { useTranslations } from 'use-intl';
import { Page } from '../../design/Page';
import { Failed, Skeleton } from '../../design/States';
import { SmsNotice } from './SmsNotice';
import { Switches } from './Switches';
import { useOrganization } from './useOrganization';

export function OrganizationPage() {
  const t = useTranslations('admin.organization');
  const { data, error, refetch } = useOrganization();
  return (
    <Page title={data?.name ?? t('title')} lead={t('lead')}>
      {data ? (
        <>
          <Switches organization={data} />
          <SmsNotice organization={data} />
        </>
      ) : error ? (
        <Failed error={error} onRetry={() => refetch()} />
      ) : (
        <Skeleton lines={2} height={220} />
      )}
    </Page>
  );
}
