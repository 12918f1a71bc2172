import { Ban, Building2, Eye, Smartphone } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Page } from '../design/Page';
import styles from './PrivacyPage.module.css';

/** Tells the reader what the product sees of her and her device. Each sentence is a promise that a test or a header holds. */
export function PrivacyPage() {
  const t = useTranslations('privacy');
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div className={styles.cards}>
        <Card icon={<Eye size={20} />} title={t('sees.title')}>
          <li>{t('sees.messages')}</li>
          <li>{t('sees.who')}</li>
          <li>{t('sees.consent')}</li>
        </Card>
        <Card icon={<Ban size={20} />} title={t('never.title')}>
          <li>{t('never.private')}</li>
          <li>{t('never.contacts')}</li>
          <li>{t('never.location')}</li>
          <li>{t('never.device')}</li>
        </Card>
        <Card icon={<Smartphone size={20} />} title={t('device.title')}>
          <li>{t('device.permissions')}</li>
          <li>{t('device.origin')}</li>
          <li>{t('device.kept')}</li>
        </Card>
        <Card icon={<Building2 size={20} />} title={t('firm.title')}>
          <li>{t('firm.text')}</li>
        </Card>
      </div>
    </Page>
  );
}

function Card({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <section className={styles.card}>
      <h2>
        <span aria-hidden>{icon}</span>
        {title}
      </h2>
      <ul>{children}</ul>
    </section>
  );
}
