import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Bell } from 'lucide-react';
import { useTranslations } from 'use-intl';
import shell from '../shell/Shell.module.css';
import styles from './Notices.module.css';
import { unseen } from './queries';

/** The way to the notices, which says whether there are new ones. */
export function NoticesSection() {
  const t = useTranslations('shell.notices');
  const { data: count = 0 } = useQuery(unseen);
  const label = count > 0 ? t('count', { count }) : t('title');
  return (
    <Link to="/notices" className={shell.section} title={label} activeProps={{ 'aria-current': 'page' }}>
      <Bell size={21} aria-hidden />
      {count > 0 && (
        <span className={styles.count} aria-hidden>
          {count > 99 ? '99+' : count}
        </span>
      )}
      <span className={shell.label}>{label}</span>
    </Link>
  );
}
