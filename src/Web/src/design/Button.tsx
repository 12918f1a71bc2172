import type { ComponentProps, ReactNode } from 'react';
import styles from './Button.module.css';

type Look = 'primary' | 'quiet' | 'plain' | 'danger';

/** `primary` for the one thing to do, `quiet` for what can be done as well, `plain` where a border would be too much. */
export function Button({
  look = 'quiet',
  busy,
  className,
  children,
  ...props
}: ComponentProps<'button'> & { look?: Look; busy?: boolean }) {
  return (
    <button
      type="button"
      {...props}
      className={[styles.button, styles[look], className].filter(Boolean).join(' ')}
      aria-busy={busy || undefined}
      disabled={props.disabled || busy}
    >
      {children}
    </button>
  );
}

/** A button that shows an icon alone; the label is for screen readers and for who rests the pointer on it. */
export function IconButton({
  label,
  children,
  className,
  ...props
}: ComponentProps<'button'> & { label: string; children: ReactNode }) {
  return (
    <button
      type="button"
      {...props}
      className={[styles.icon, className].filter(Boolean).join(' ')}
      aria-label={label}
      title={label}
    >
      {children}
    </button>
  );
}
