import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useMe } from '../shell/me';
import styles from './Tabs.module.css';

/** The pages for operators; the cluster's own dashboard among them where there is one. */
export function Tabs() {
  const t = useTranslations('operations.tabs');
  const { dashboard } = useMe();
  return (
    <nav className={styles.tabs} aria-label={t('label')}>
      <Link to="/operations" activeOptions={{ exact: true }} activeProps={{ 'aria-current': 'page' }}>
        {t('now')}
      </Link>
      <Link to="/operations/raw-inbox" activeProps={{ 'aria-current': 'page' }}>
        {t('rawInbox')}
      </Link>
      <Link to="/operations/dead-letters" activeProps={{ 'aria-current': 'page' }}>
        {t('deadLetters')}
      </Link>
      {dashboard && <a href="/operations/dashboard/">{t('dashboard')}</a>}
    </nav>
  );
}
