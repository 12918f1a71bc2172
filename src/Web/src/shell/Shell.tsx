import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { Activity, MessageSquare, Scale, Settings, ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { NoticesSection } from '../notices/NoticesSection';
import { isTold } from '../notices/queries';
import { giveBack } from '../outbox/returned';
import { useDelivery } from '../outbox/useOutbox';
import { AccountMenu } from './AccountMenu';
import { ConnectionBar } from './ConnectionBar';
import { Logo } from './Logo';
import { has, useLines, useMe } from './me';
import styles from './Shell.module.css';

/** The frame of every page: the sections at the side, on a phone below. */
export function Shell() {
  const t = useTranslations('shell');
  const person = useMe();
  const { data: lines } = useLines();
  useDelivery(giveBack);
  // A conversation takes a phone's whole screen.
  const inThread = useRouterState({ select: (state) => /\/threads\//.test(state.location.pathname) });
  return (
    <div className={styles.shell} data-thread={inThread || undefined}>
      <a className={styles.skip} href="#content">
        {t('skip')}
      </a>
      <nav className={styles.nav} aria-label={t('sections')}>
        <span className={styles.logo}>
          <Logo />
        </span>
        {(lines?.length ?? 0) > 0 && (
          <Section to="/lines" label={t('messages')} icon={<MessageSquare size={21} aria-hidden />} />
        )}
        {has(person, 'administrator') && (
          <Section to="/admin" label={t('administration')} icon={<Settings size={21} aria-hidden />} />
        )}
        {has(person, 'compliance') && (
          <Section to="/compliance" label={t('compliance')} icon={<Scale size={21} aria-hidden />} />
        )}
        {has(person, 'operator') && (
          <Section to="/operations" label={t('operations')} icon={<Activity size={21} aria-hidden />} />
        )}
        {isTold(person) && <NoticesSection />}
        <Section to="/privacy" label={t('privacy')} icon={<ShieldCheck size={21} aria-hidden />} />
        <span className={styles.spacer} />
        <AccountMenu person={person} />
      </nav>
      <div className={styles.page}>
        <ConnectionBar />
        <main id="content" className={styles.content} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </div>
  );
}

function Section({ to, label, icon }: { to: string; label: string; icon: ReactNode }) {
  return (
    <Link
      to={to}
      className={styles.section}
      title={label}
      activeProps={{ 'aria-current': 'page' }}
      activeOptions={{ exact: false }}
    >
      {icon}
      <span className={styles.label}>{label}</span>
    </Link>
  );
}
