import { Link, Outlet } from '@tanstack/react-router';
import { Activity } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Empty } from '../design/States';
import { has, useMe } from '../shell/me';

/** The server answers nobody else; who comes here all the same is told so, kindly. */
export function OperatorsOnly() {
  const t = useTranslations('operations.notForYou');
  const person = useMe();
  if (has(person, 'operator')) return <Outlet />;
  return (
    <Empty isPage icon={<Activity size={24} />} title={t('title')} text={t('text')}>
      <Link to="/">{t('home')}</Link>
    </Empty>
  );
}
