import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Empty } from '../design/States';

export function NotFound() {
  const t = useTranslations('shell.notFound');
  return (
    <Empty isPage title={t('title')} text={t('text')}>
      <Link to="/">{t('home')}</Link>
    </Empty>
  );
}
