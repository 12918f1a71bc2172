import type { ReactNode } from 'react';
import styles from './Banner.module.css';

/** A line that says how things stand, with at most one thing to do about it. */
export function Banner({
  tone = 'plain',
  icon,
  children,
  action,
}: {
  tone?: 'plain' | 'good' | 'warning' | 'danger';
  icon?: ReactNode;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={[styles.banner, styles[tone]].join(' ')} role="status">
      {icon && (
        <span aria-hidden className={styles.icon}>
          {icon}
        </span>
      )}
      <p>{children}</p>
      {action && <span className={styles.action}>{action}</span>}
    </div>
  );
}
