import type { ComponentProps, ReactNode } from 'react';
import styles from './Check.module.css';

/** One of several that may be chosen together. */
export function Check({ label, hint, ...props }: ComponentProps<'input'> & { label: string; hint?: ReactNode }) {
  return (
    <label className={styles.check}>
      <input {...props} type="checkbox" />
      <span>
        {label}
        {hint && <span className={styles.hint}>{hint}</span>}
      </span>
    </label>
  );
}

/** One of several of which one holds. */
export function Radio({ label, hint, ...props }: ComponentProps<'input'> & { label: string; hint?: ReactNode }) {
  return (
    <label className={styles.check}>
      <input {...props} type="radio" />
      <span>
        {label}
        {hint && <span className={styles.hint}>{hint}</span>}
      </span>
    </label>
  );
}

export function CheckGroup({ label, error, children }: { label: string; error?: string; children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      {children}
      {error && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
