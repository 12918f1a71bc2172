import { Outlet } from '@tanstack/react-router';
import { Scale } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useTitle } from '../design/Page';
import { Section } from '../design/Section';
import { Empty } from '../design/States';
import { Tab } from '../design/Tabs';
import { has, useMe } from '../shell/me';

/** What compliance officers see and do. The server refuses everybody else; this says so before anything is asked. */
export function CompliancePage() {
  const t = useTranslations('compliance.tabs');
  const person = useMe();
  if (!has(person, 'compliance')) return <NotForYou />;
  return (
    <Section
      label={t('label')}
      tabs={
        <>
          <Tab to="/compliance" exact>
            {t('search')}
          </Tab>
          <Tab to="/compliance/review">{t('review')}</Tab>
          <Tab to="/compliance/holds">{t('holds')}</Tab>
          <Tab to="/compliance/exports">{t('exports')}</Tab>
          <Tab to="/compliance/archive">{t('archive')}</Tab>
          <Tab to="/compliance/audit">{t('audit')}</Tab>
        </>
      }
    >
      <Outlet />
    </Section>
  );
}

function NotForYou() {
  const t = useTranslations('compliance.notForYou');
  useTitle(t('title'));
  return <Empty isPage icon={<Scale size={24} />} title={t('title')} text={t('text')} />;
}
