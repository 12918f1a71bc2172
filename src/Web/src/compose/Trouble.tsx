import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../design/Button';
import styles from './Trouble.module.css';

/** Why a message did not arrive, and the ways on. */
export function Trouble({
  reason,
  code,
  error,
  children,
}: {
  reason: string;
  code?: string;
  error?: string;
  children: ReactNode;
}) {
  return (
    <div className={styles.trouble}>
      <p className={styles.reason}>
        {reason} {code && <span className={styles.code}>{code}</span>}
      </p>
      <div className={styles.ways}>{children}</div>
      {error && (
        <p className={styles.reason} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

export function Way({
  icon: Icon,
  busy,
  onClick,
  children,
}: {
  icon: LucideIcon;
  busy?: boolean;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <Button look="plain" className={styles.way} busy={busy} onClick={onClick}>
      <Icon size={15} aria-hidden />
      {children}
    </Button>
  );
}
