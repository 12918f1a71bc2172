import { useTranslations } from 'use-intl';
import type { OrganizationView } from '../../api/schema';
import { Card } from '../../design/Card';
import { Refused, Said } from '../../design/Outcome';
import { Switch } from '../../design/Switch';
import styles from './Switches.module.css';
import { useChangeOrganization } from './useOrganization';

export function Switches({ organization }: { organization: OrganizationView }) {
  const t = useTranslations('admin.organization');
  const { mutate, isSuccess, isPending, error } = useChangeOrganization();
  return (
    <Card title={t('whatsapp.title')}>
      <div className={styles.switches}>
        <Switch
          label={t('whatsapp.label')}
          hint={t('whatsapp.hint')}
          checked={organization.whatsapp_enabled}
          disabled={isPending}
          onChange={(whatsapp_enabled) => mutate({ whatsapp_enabled })}
        />
        <Switch
          label={t('firstMessage.label')}
          hint={t('firstMessage.hint')}
          checked={organization.first_message_is_consent}
          disabled={isPending}
          onChange={(first_message_is_consent) => mutate({ first_message_is_consent })}
        />
      </div>
      <Refused error={error} />
      <Said>{isSuccess && t('saved')}</Said>
    </Card>
  );
}
