import { Outlet } from '@tanstack/react-router';
import { Lock } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useTitle } from '../design/Page';
import { Section } from '../design/Section';
import { Empty } from '../design/States';
import { Tab } from '../design/Tabs';
import { has, useMe } from '../shell/me';

/** What administrators see and change. The server refuses everybody else; this says so before anything is asked. */
export function AdminPage() {
  const t = useTranslations('admin.tabs');
  const person = useMe();
  if (!has(person, 'administrator')) return <NotForYou />;
  return (
    <Section
      label={t('label')}
      tabs={
        <>
          <Tab to="/admin" exact>
            {t('organization')}
          </Tab>
          <Tab to="/admin/people">{t('people')}</Tab>
          <Tab to="/admin/lines">{t('lines')}</Tab>
          <Tab to="/admin/templates">{t('templates')}</Tab>
          <Tab to="/admin/opt-in">{t('optIn')}</Tab>
          <Tab to="/admin/policy">{t('policy')}</Tab>
          <Tab to="/admin/recording">{t('recording')}</Tab>
        </>
      }
    >
      <Outlet />
    </Section>
  );
}

function NotForYou() {
  const t = useTranslations('admin.notForYou');
  useTitle(t('title'));
  return <Empty isPage icon={<Lock size={24} />} title={t('title')} text={t('text')} />;
}
