import { Link, type LinkProps, useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './Tabs.module.css';

/** The pages of a section, above them; on a phone they are pushed sideways. */
export function Tabs({ label, children }: { label: string; children: ReactNode }) {
  const row = useRef<HTMLElement>(null);
  const path = useLocation({ select: ({ pathname }) => pathname });
  // Which page it is must be seen, however far to the side its tab is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path says when
  useEffect(() => {
    row.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [path]);
  return (
    <nav ref={row} className={styles.tabs} aria-label={label}>
      <div className={styles.row}>{children}</div>
    </nav>
  );
}

export function Tab({ to, exact = false, children }: { to: LinkProps['to']; exact?: boolean; children: ReactNode }) {
  return (
    <Link
      to={to}
      className={styles.tab}
      activeProps={{ 'aria-current': 'page' }}
      activeOptions={{ exact }}
      onFocus={(event) => event.currentTarget.scrollIntoView({ block: 'nearest', inline: 'nearest' })}
    >
      {children}
    </Link>
  );
}
